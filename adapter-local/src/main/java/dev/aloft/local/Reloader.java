package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.spi.PayloadCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Looks for changed classes on a thread of its own, and has the functions go on with them. */
final class Reloader implements Runnable, AutoCloseable {
    private static final long LOOK_NANOS = 50_000_000;
    private static final long LOOK_AGAIN_NANOS = 20_000_000;
    /** Where the machine is busy, a look takes long by the clock, but not by the processor. */
    private static final long LONGEST_PAUSE_NANOS = 500_000_000;

    private static final long COMPILER_NANOS = 5_000_000_000L;
    /** A file may also have come with a time of change of long ago. */
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private final ClassFolders folders;
    private final Map<String, String> environment;
    private final Console console;
    private final Thread thread = new NamedThreads("aloft-reload").newThread(this);
    /** The files that have been there; for those that are gone no older jar is asked. */
    private final Set<String> names = new HashSet<>();
    /** Versions that have been replaced, but still answer something. */
    private final List<Version> former = new ArrayList<>();

    private @Nullable LocalRun run;
    private Map<String, ClassFile> served = Map.of();
    private String reported = "";
    /** Why what is there now is not used, to be told when it stays so; null if there is nothing to tell. */
    private @Nullable String unusable;

    private long unusableSince;
    private volatile boolean stopping;

    Reloader(ClassFolders folders, Map<String, String> environment, Console console) {
        this.folders = folders;
        this.environment = environment;
        this.console = console;
    }

    /**
     * What the folders have now.
     *
     * @throws AloftException if they cannot be read (ALOFT-139), or the application is put together wrongly (ALOFT-101 to ALOFT-111)
     */
    Version first() {
        try {
            Map<String, ClassFile> files = folders.begin();
            Version version = load(files, List.of());
            served = files;
            return version;
        } catch (IOException | ClassNotFoundException e) {
            throw LocalErrors.unreadableClasses(e);
        }
    }

    /** Begins to look for what is to take the place of the running version. */
    void start(LocalRun running) {
        run = running;
        thread.start();
    }

    @Override
    public void run() {
        while (!stopping) {
            long start = System.nanoTime();
            LockSupport.parkNanos(this, pause(start, look(start / 1_000_000)));
        }
    }

    /** @return when it was known what the folders have */
    private long look(long time) {
        long looked = System.nanoTime();
        try {
            Map<String, ClassFile> changed = folders.look(time);
            looked = System.nanoTime();
            if (changed != null) {
                reload(changed);
            }
            reportUnusable(false);
            forgetFormer();
            reported = "";
        } catch (IOException e) {
            reportOnce(String.valueOf(LocalErrors.unreadableClasses(e).getMessage()));
        } catch (RuntimeException | Error failure) {
            console.notCalled("that looks for changed classes", failure);
        }
        return looked;
    }

    /** Looking takes a tenth of a processor at most, or a half of one while changes are on their way. */
    private long pause(long start, long looked) {
        long took = looked - start;
        return folders.isPending()
                ? Math.max(took, LOOK_AGAIN_NANOS)
                : Math.min(Math.max(took * 9, LOOK_NANOS), LONGEST_PAUSE_NANOS);
    }

    private void reportOnce(String problem) {
        if (!problem.equals(reported)) {
            console.report(problem);
            reported = problem;
        }
    }

    private void reload(Map<String, ClassFile> files) {
        LocalRun running = run;
        if (running == null) {
            return;
        }
        long start = System.currentTimeMillis();
        List<String> changed = changed(files);
        if (changed.isEmpty()) {
            return; // what was gone is there again as it was
        }
        try {
            Version next = load(files, changed);
            former.add(running.switchTo(next));
            long now = System.currentTimeMillis();
            long written = newest(files, changed);
            console.reloaded(
                    changed, now - (written > start || start - written > LONGEST_WAIT_MILLIS ? start : written));
            served = files;
            unusable = null;
        } catch (RuntimeException | LinkageError | ClassNotFoundException failure) {
            unusable = LocalErrors.notReloaded(failure);
            unusableSince = System.nanoTime();
            reportUnusable(
                    !(failure instanceof ClassFormatError) && files.keySet().containsAll(served.keySet()));
        }
    }

    /** Where classes have vanished or are halves, a compiler is most likely about to write them, and has a while for it. */
    private void reportUnusable(boolean atOnce) {
        String problem = unusable;
        if (problem != null && (atOnce || System.nanoTime() - unusableSince > COMPILER_NANOS)) {
            console.report(problem);
            unusable = null;
        }
    }

    private Version load(Map<String, ClassFile> files, List<String> changed) throws ClassNotFoundException {
        names.addAll(files.keySet());
        Set<String> removed = new HashSet<>(names);
        removed.removeAll(files.keySet());
        ClassLoader parent = Reloader.class.getClassLoader();
        ReloadedClasses classes = new ReloadedClasses(folders.roots(), files, removed, parent);
        for (String name : changed) {
            require(name, files, classes);
        }
        return Version.load(environment, classes);
    }

    /** Half a file would otherwise be noticed by the first request that needs its class. */
    private static void require(String name, Map<String, ClassFile> files, ClassLoader classes)
            throws ClassNotFoundException {
        if (!name.endsWith(ClassFile.SUFFIX) || name.indexOf('-') >= 0 || !files.containsKey(name)) {
            return; // no class, or one that only describes a package or module
        }
        try {
            String className = name.substring(0, name.length() - ClassFile.SUFFIX.length());
            Class.forName(className.replace('/', '.'), false, classes);
        } catch (NoClassDefFoundError optional) {
            // What it extends is missing, which matters to whoever needs the class.
            return;
        }
    }

    /** The names of files that are new, other ones, or gone. */
    private List<String> changed(Map<String, ClassFile> files) {
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, ClassFile> file : files.entrySet()) {
            if (!file.getValue().hasContentOf(served.get(file.getKey()))) {
                changed.add(file.getKey());
            }
        }
        for (String name : served.keySet()) {
            if (!files.containsKey(name)) {
                changed.add(name);
            }
        }
        changed.sort(null);
        return changed;
    }

    private static long newest(Map<String, ClassFile> files, List<String> changed) {
        long newest = 0;
        for (String name : changed) {
            ClassFile file = files.get(name);
            if (file != null) {
                newest = Math.max(newest, file.written());
            }
        }
        return newest;
    }

    /** Of versions that answer nothing any more, nothing is to stay in memory. */
    private void forgetFormer() {
        if (former.removeIf(Version::isIdle)) {
            try {
                PayloadCodec.installed().forgetTypes();
            } catch (AloftException none) {
                // Without a codec there is nothing that knows types.
                return;
            }
        }
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
