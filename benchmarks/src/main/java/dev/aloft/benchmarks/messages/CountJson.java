package dev.aloft.benchmarks.messages;

import dev.aloft.Context;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.benchmarks.functions.Person;

/** The payload bound to a record by the Jackson codec. */
public final class CountJson implements MessageHandler<Person> {
    @Override
    public void handle(Message<Person> message, Context context) {
        if (!message.payload().name().equals("Ada")) {
            throw new IllegalArgumentException("not Ada");
        }
    }
}
