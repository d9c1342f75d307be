package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;

/** What holds for every mapper, whatever bytes come: a request that can be answered, no request, or a coded failure. */
final class MapperFuzz {
    private MapperFuzz() {}

    static void readAndAnswer(HttpMapper mapper, byte[] event) {
        HttpRequest request;
        try {
            request = mapper.read(new JsonReader(event));
        } catch (AloftException coded) {
            require(coded.kind() == AloftException.Kind.NATIVE_EVENT, coded.code());
            return;
        }
        if (request != null) {
            require(request.path().startsWith("/"), "path");
            require(PathText.repaired(request.path()).equals(request.path()), "encoded path");
            answer(mapper, request);
        }
    }

    private static void answer(HttpMapper mapper, HttpRequest request) {
        byte[] body = request.body().bytes();
        JsonWriter reply = new JsonWriter();
        mapper.write(HttpResponse.ok().withBody(body, "text/plain").addHeader("set-cookie", "a=1"), reply);
        JsonReader json = new JsonReader(reply.toByteArray());
        json.skip();
        json.end();
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
