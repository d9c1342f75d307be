package dev.aloft.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.aloft.AloftException;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import java.util.Optional;

/** The way of one HTTP request: read, answered, written. */
final class HttpEntryPoint {
    private HttpEntryPoint() {}

    static HttpResponseMessage answer(HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        AzureApplication application = AzureApplication.get();
        AzureContext invocation = new AzureContext(context, request, application);
        return AzureHttpMapper.write(answer(application, request, invocation), request, invocation);
    }

    private static HttpResponse answer(
            AzureApplication application, HttpRequestMessage<Optional<String>> request, AzureContext invocation) {
        HttpRequest read;
        try {
            read = AzureHttpMapper.read(request, invocation);
        } catch (AloftException unreadable) {
            return application.functions().unreadable(unreadable, invocation);
        }
        return application.http(invocation.functionName(), read, invocation);
    }
}
