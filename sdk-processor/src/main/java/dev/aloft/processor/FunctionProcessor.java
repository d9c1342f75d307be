package dev.aloft.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds an application's functions when it is compiled, reports mistakes at the annotation, and writes what the runtime and
 * Azure need to know about them.
 *
 * <p>For a compilation with at least one trigger ({@link dev.aloft.HttpTrigger}, {@link dev.aloft.QueueTrigger}, {@link
 * dev.aloft.TopicTrigger}, {@link dev.aloft.StreamTrigger}, {@link dev.aloft.EventTrigger}, {@link dev.aloft.StorageTrigger}, {@link
 * dev.aloft.ScheduleTrigger} or {@link dev.aloft.ChangeTrigger}) it writes into the class folder:
 *
 * <ul>
 *   <li>{@code AloftFunctions}, a plain class that registers the functions as one would by hand, in the longest package that
 *       all functions have in common (or {@code aloft.generated} if they have none);
 *   <li>{@code META-INF/aloft/index}, which names that class;
 *   <li>the files of an Azure Functions package: {@code host.json}, one {@code function.json} for each function and, if one of
 *       them answers HTTP requests, for {@code zzz-aloft-unmatched}, and {@code azure.jar}. The jar, unpacked, is the package.
 * </ul>
 *
 * <p>Options, for example {@code -Aaloft.azure=false}:
 *
 * <table>
 *   <caption>compiler options</caption>
 *   <tr><th>option</th><th>default</th><th>meaning</th></tr>
 *   <tr><td>{@code aloft.package}</td><td>the common package</td><td>the package of {@code AloftFunctions}</td></tr>
 *   <tr><td>{@code aloft.handlerFactory}</td><td>{@code false}</td><td>{@code true}: a {@link
 *       dev.aloft.spi.HandlerFactory} creates the handlers, so their constructors may have parameters</td></tr>
 *   <tr><td>{@code aloft.azure}</td><td>{@code true}</td><td>{@code false}: no files for Azure, and none of its
 *       rules</td></tr>
 *   <tr><td>{@code aloft.azure.authLevel}</td><td>{@code anonymous}</td><td>{@code anonymous}, {@code function} or
 *       {@code admin}: the key that Azure asks of callers</td></tr>
 *   <tr><td>{@code aloft.azure.bindings}</td><td>{@code storage-queue} for a queue, {@code service-bus} for a topic, {@code
 *       event-hubs} for a stream, {@code event-grid} for a bucket, {@code cosmos-db} for a table</td><td>what sources are on Azure
 *       where it is not the usual: {@code orders:service-bus,news:event-grid,clicks:kafka,uploads:blob}. A queue may be {@code
 *       storage-queue} or {@code service-bus}, a topic {@code service-bus} or {@code event-grid}, a stream {@code event-hubs} or
 *       {@code kafka}, a bucket {@code event-grid} or {@code blob}, a table {@code cosmos-db} or {@code sql}</td></tr>
 *   <tr><td>{@code aloft.azure.sourceSettings}</td><td>{@code false}</td><td>{@code true}: Azure takes the names of queues,
 *       topics, streams, blob containers and containers of Cosmos DB from the app settings {@code ALOFT_SOURCE_<NAME>}, all of
 *       which must then be there; its SQL trigger knows no settings, so tables keep their names</td></tr>
 *   <tr><td>{@code aloft.azure.timeZone}</td><td>{@code UTC}</td><td>the time zone by which the application's schedules run on
 *       Azure, where the setting {@code WEBSITE_TIME_ZONE} says the same; a warning tells of a schedule with another one</td></tr>
 *   <tr><td>{@code aloft.azure.functionTimeout}</td><td>the plan's own</td><td>{@code hh:mm:ss}, or {@code -1} for no
 *       limit</td></tr>
 * </table>
 *
 * <p>Connections are the app settings {@code AzureWebJobsStorage}, {@code AzureWebJobsServiceBus}, {@code
 * AzureWebJobsEventHub}, {@code AzureWebJobsKafkaBrokers}, {@code AzureWebJobsCosmosDB} and {@code AzureWebJobsSql}; {@code
 * AzureWebJobsCosmosDBDatabase} has the name of the database. A function of a Service Bus topic reads the subscription, one of a
 * Kafka topic belongs to the consumer group, that has the function's name; Event Hubs are read as {@code $Default}. Where a change
 * feed has been read is kept in the container {@code leases} of its database, under the function's name; it is created if the
 * connection may do so, which takes one with a key.
 *
 * <p>Everything else of {@code host.json} can be set in the function app's settings, for example {@code
 * AzureFunctionsJobHost__logging__logLevel__default}.
 *
 * <p><b>Several modules.</b> Each module has its own index; give modules whose functions have the same common package
 * different values of {@code aloft.package}, likewise tests that declare functions of their own. Where modules are shaded
 * into one jar, the lines of {@code META-INF/aloft/index} must be appended to each other (Maven Shade's {@code
 * AppendingTransformer}); the other files are named after a function or the same in each module.
 *
 * <p><b>Incremental compilers.</b> One index names all functions, so Gradle is told that the processor aggregates, and hands
 * it all functions at each compilation; Maven compiles the whole module. An editor that compiles single files for itself gets
 * an incomplete index until its next full build.
 *
 * <p>From JDK 23 on javac runs only processors that the build names, in Maven by {@code annotationProcessorPaths}. With
 * {@code -Xlint:all} javac warns of every annotation that no processor claims for itself alone, and so of these; add {@code
 * -processing}.
 *
 * <p>Each error has a code from ALOFT-001 to ALOFT-099; an exception never reaches the compiler.
 */
public final class FunctionProcessor extends AbstractProcessor {
    private @Nullable Compilation compilation;

    /** Creates the processor, as the compiler does. */
    public FunctionProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Compilation.ANNOTATIONS;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return ProcessorOptions.NAMES;
    }

    /** Every version: annotations look the same in all of them. */
    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims no annotation, so that other processors see them too. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            compilation(processingEnv).round(round);
        } catch (RuntimeException | LinkageError e) {
            new Report(processingEnv.getMessager()).error(CompileErrors.defect(e));
        }
        return false;
    }

    private Compilation compilation(ProcessingEnvironment environment) {
        if (compilation == null) {
            compilation = new Compilation(environment);
        }
        return compilation;
    }
}
