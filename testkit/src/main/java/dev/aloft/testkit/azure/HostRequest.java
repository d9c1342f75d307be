package dev.aloft.testkit.azure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A client's request as the host reads it and hands it to the worker, with all that is lost on the way.
 *
 * @see <a
 *     href="https://github.com/Azure/azure-functions-host/blob/dev/src/WebJobs.Script.Grpc/MessageExtensions/GrpcMessageConversionExtensions.cs">
 *     ToRpcHttp</a>
 */
record HostRequest(AzureRequest client, RequestTarget target) {
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*([^\\s;/]+/[^\\s;/]+)\\s*(;.*)?", Pattern.DOTALL);

    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, List.of(0xEF, 0xBB, 0xBF)),
            new Mark(StandardCharsets.UTF_16BE, List.of(0xFE, 0xFF)),
            new Mark(StandardCharsets.UTF_16LE, List.of(0xFF, 0xFE)));

    static HostRequest of(AzureRequest client) {
        return new HostRequest(client, RequestTarget.parse(client.target()));
    }

    RpcHttp toRpc() {
        String scheme = header("x-forwarded-proto", "http");
        String url = scheme + "://" + header("host", "") + target.encodedPath() + target.query();
        return new RpcHttp(client.method(), url, headers(), query(), body());
    }

    private String header(String name, String absent) {
        return client.headers().first(name).orElse(absent);
    }

    private Map<String, String> headers() {
        Map<String, String> joined = new LinkedHashMap<>();
        for (String name : client.headers().names()) {
            joined.put(
                    name.toLowerCase(Locale.ROOT),
                    String.join(",", client.headers().all(name)));
        }
        return joined;
    }

    private Map<String, String> query() {
        Map<String, String> joined = new LinkedHashMap<>();
        HostQuery.parse(target.query()).forEach((name, values) -> {
            String value = String.join(",", values);
            if (!value.isEmpty()) {
                joined.put(name, value);
            }
        });
        return joined;
    }

    /** What other bindings could refer to: all of it is the client's word. The parameter "code" is kept secret. */
    Map<String, RpcData> triggerMetadata(Map<String, String> routeValues) {
        Map<String, RpcData> metadata = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (hasLength()) {
            metadata.putAll(BodyMetadata.of(client.body()));
        }
        HostQuery.parse(target.query()).forEach((name, values) -> {
            if (!name.equalsIgnoreCase("code")) {
                metadata.put(name, new RpcData.Text(values.get(values.size() - 1)));
            }
        });
        routeValues.forEach((name, value) -> metadata.put(name, new RpcData.Text(value)));
        return metadata;
    }

    private RpcData body() {
        if (!hasLength()) {
            return new RpcData.Unset();
        }
        byte[] bytes = client.body();
        return isBinary(header("content-type", "")) ? new RpcData.Bytes(bytes) : new RpcData.Text(text(bytes));
    }

    private boolean hasLength() {
        return client.headers().contains("content-length");
    }

    /** Only these types arrive as bytes; an image does not. */
    private static boolean isBinary(String contentType) {
        var parsed = MEDIA_TYPE.matcher(contentType);
        if (!parsed.matches()) {
            return false;
        }
        String mediaType = parsed.group(1).toLowerCase(Locale.ROOT);
        return mediaType.equals("application/octet-stream") || mediaType.contains("multipart/");
    }

    /** UTF-8 whatever the Content-Type says, unless there is another byte order mark; what is not valid is replaced. */
    static String text(byte[] bytes) {
        for (Mark mark : MARKS) {
            if (mark.startsThe(bytes)) {
                return new String(bytes, mark.octets.size(), bytes.length - mark.octets.size(), mark.charset);
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private record Mark(Charset charset, List<Integer> octets) {
        private boolean startsThe(byte[] bytes) {
            for (int i = 0; i < octets.size(); i++) {
                if (i >= bytes.length || (bytes[i] & 0xFF) != octets.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
