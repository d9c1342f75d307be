package dev.aloft.benchmarks.messages;

import dev.aloft.Context;
import dev.aloft.Message;
import dev.aloft.MessageHandler;

/** The payload read as text, by hand. */
public final class CountText implements MessageHandler<String> {
    @Override
    public void handle(Message<String> message, Context context) {
        String body = message.payload();
        int start = body.indexOf('"', body.indexOf(':')) + 1;
        if (!body.substring(start, body.indexOf('"', start)).equals("Ada")) {
            throw new IllegalArgumentException("not Ada");
        }
    }
}
