package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.spi.FunctionDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can go wrong with buckets, databases and time on this machine. */
final class LocalErrors {
    private LocalErrors() {}

    static AloftException badKey(String has) {
        return new AloftException(
                Kind.PAYLOAD,
                "ALOFT-130",
                "The key of an object is Unicode text of 1 to 1024 bytes in UTF-8, and this one has " + has
                        + ". Change the key.");
    }

    static AloftException notStored(String reason, Throwable cause) {
        return new AloftException(
                Kind.PAYLOAD,
                "ALOFT-131",
                "The bucket's folder could not be used: " + reason + ". Change the key, or what is in the folder.",
                cause);
    }

    static AloftException badFolder(String bucket, String folder, @Nullable Throwable cause) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-132",
                "There is no folder " + folder + " for bucket " + bucket
                        + ". Make it, or leave --folder out for a temporary one.",
                cause);
    }

    /** A name with a mistake would have no outcomes, and every assertion that there are none would hold. */
    static void requireFunction(String name, List<FunctionDefinition> functions) {
        List<String> declared = new ArrayList<>(functions.size());
        for (FunctionDefinition function : functions) {
            declared.add(function.name());
        }
        if (!declared.contains(name)) {
            throw new AloftException(
                    Kind.CONFIGURATION,
                    "ALOFT-123",
                    "There is no function named " + Sources.printable(name) + ". Declared: " + declared
                            + ". A function has its class's or method's name in kebab case, or that of @FunctionName.");
        }
    }

    static AloftException unusableChange(String fault) {
        return new AloftException(Kind.PAYLOAD, "ALOFT-133", "The change was not sent: " + fault + ".");
    }

    /** For the console. */
    static String unreadable(Path path, String bucket, String consequence) {
        return "ALOFT-135 " + path + " of bucket " + bucket + " cannot be read. " + consequence + ".";
    }

    /** For the console. */
    static String noTemporaryFolder(IOException cause) {
        return "ALOFT-136 No temporary folder can be made for buckets: " + cause
                + ". Objects are kept in memory; name folders with --folder to have files.";
    }

    static AloftException noClassFolder(String folder, @Nullable Throwable cause) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-137",
                "There is no folder " + folder
                        + " for --reload. Compile the application first, and name the folder of its classes, for example"
                        + " target/classes.",
                cause);
    }

    /** For the console. */
    static String notReloaded(Throwable reason) {
        String text = reason instanceof AloftException ? reason.getMessage() : reason.toString();
        return "ALOFT-138 The changed classes are not used, and the former version goes on; the next change is tried again. The"
                + " reason: " + Console.printable(String.valueOf(text));
    }

    static AloftException unreadableClasses(Throwable cause) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-139",
                "A folder of --reload cannot be read: " + Console.printable(String.valueOf(cause))
                        + ". Look at its permissions.",
                cause);
    }

    static AloftException backwards() {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-134",
                "Time goes on and never back. Give advance a duration that is not negative.");
    }
}
