package dev.aloft.testkit.brokers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A wrong adapter: every so often it keeps a failure to itself. */
final class Liar implements Target {
    private static final Pattern FIRST_REPORT = Pattern.compile("\\{\"itemIdentifier\":\"[^\"]*\"},?");

    private final Target honest;
    private final int oneOf;
    private int failures;

    Liar(Target honest, int oneOf) {
        this.honest = honest;
        this.oneOf = oneOf;
    }

    @Override
    public Answer invoke(List<Delivery> batch, Frame frame) {
        Answer answer = honest.invoke(batch, frame);
        String reply = new String(answer.reply(), StandardCharsets.UTF_8);
        boolean reports = FIRST_REPORT.matcher(reply).find();
        if (answer.isSuccess() && !reports || ++failures % oneOf != 0) {
            return answer;
        }
        String fewer = FIRST_REPORT.matcher(reply).replaceFirst("").replace("},]", "}]");
        return answer.status() == 0 ? Answer.returned(fewer.getBytes(StandardCharsets.UTF_8)) : Answer.status(200);
    }
}
