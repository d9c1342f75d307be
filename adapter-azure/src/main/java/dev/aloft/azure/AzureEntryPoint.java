package dev.aloft.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.aloft.AloftException;
import java.util.Optional;

/**
 * What the Azure Functions Java worker calls. Every generated {@code function.json} names one of these methods:
 *
 * <pre>{@code
 * {"scriptFile": "../azure.jar", "entryPoint": "dev.aloft.azure.AzureEntryPoint.http", "bindings": [
 *   {"type": "httpTrigger", "direction": "in", "name": "request", "authLevel": "anonymous", "route": "orders/{id}"},
 *   {"type": "http", "direction": "out", "name": "$return"}]}
 * }</pre>
 *
 * <p>The methods are static, so the worker makes no instance, and their class has no static state: an {@code Error} there would
 * leave the host waiting for functionTimeout, while one inside of a method is reported at once. For the same reason no type of
 * Aloft stands in this class where the JVM would look for it before a method runs.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-reference-java">Azure Functions for Java</a>
 */
public final class AzureEntryPoint {
    private AzureEntryPoint() {}

    /**
     * Answers one HTTP request. A failure of the function is an answer, too: a problem document with the invocation id under which
     * the log has the reason.
     *
     * <p>The host tries routes in the order of the functions' names, not the most specific one first. So the function that it names
     * only has to be one of the application; which one runs is decided by method and path among all of them, as everywhere.
     *
     * <p>What the platform does to HTTP: repeated request headers arrive joined with a comma. Of several {@code Set-Cookie} headers
     * the first is sent, with a warning (ALOFT-412) in the log; other repeated response headers are joined. Bodies that are neither
     * {@code application/octet-stream} nor {@code multipart/*} arrive as text, so one that is not UTF-8, such as an image, is
     * destroyed before it is here: it is answered 400 (ALOFT-310), and so is one whose bytes the text does not tell for certain,
     * because it has U+FFFD or a length that UTF-16 has too. A body sent in chunks the platform drops (ALOFT-311). {@code %25} followed by two hexadecimal digits arrives as a percent-encoded character.
     *
     * @param request the request; the worker matches the annotation's name with the binding's
     * @param context what the worker tells of the invocation
     * @return the answer
     * @throws AloftException if the application cannot start (ALOFT-101 to ALOFT-114); Azure records a failed invocation with the
     *     message and answers 500 without a body, this time and every time until the process ends
     */
    public static HttpResponseMessage http(
            @HttpTrigger(name = AzureHttpMapper.BINDING) HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return HttpEntryPoint.answer(request, context);
    }
}
