package dev.aloft.local;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the application's folders as they were at one time; everything else comes from the loader that also has Aloft. A class
 * that has been removed from the folders is gone, even if the application's jar still has it.
 */
final class ReloadedClasses extends ClassLoader {
    private final Map<String, ClassFile> files;
    private final List<Path> roots;
    /** The names of files that were in the folders before. */
    private final Set<String> removed;

    ReloadedClasses(List<Path> roots, Map<String, ClassFile> files, Set<String> removed, ClassLoader parent) {
        super("aloft-reload", parent);
        this.roots = roots;
        this.files = files;
        this.removed = removed;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ClassFile.SUFFIX;
        ClassFile file = files.get(path);
        byte[] content = file == null ? null : file.content();
        if (file == null || content == null) {
            if (removed.contains(path)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name, file.path(), content) : loaded;
        }
    }

    private Class<?> define(String name, Path path, byte[] content) throws ClassNotFoundException {
        try {
            CodeSource source = new CodeSource(root(path).toUri().toURL(), (Certificate[]) null);
            return defineClass(name, content, 0, content.length, new ProtectionDomain(source, null, this, null));
        } catch (MalformedURLException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private Path root(Path file) {
        for (Path root : roots) {
            if (file.startsWith(root)) {
                return root;
            }
        }
        return file;
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    /** Those of the folders first. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = Collections.list(findResources(name));
        for (URL inherited : Collections.list(getParent().getResources(name))) {
            if (!all.contains(inherited)) {
                all.add(inherited);
            }
        }
        return Collections.enumeration(all);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        Enumeration<URL> found = findResources(name);
        return found.hasMoreElements() ? found.nextElement() : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        List<URL> found = new ArrayList<>(1);
        for (Path root : roots) {
            URL own = resource(root, name);
            if (own != null) {
                found.add(own);
            }
        }
        return Collections.enumeration(found);
    }

    private static @Nullable URL resource(Path root, String name) {
        try {
            Path path = root.resolve(name).normalize();
            return path.startsWith(root) && Files.exists(path) ? path.toUri().toURL() : null;
        } catch (InvalidPathException | MalformedURLException noFile) {
            return null; // a name that no file can have
        }
    }
}
