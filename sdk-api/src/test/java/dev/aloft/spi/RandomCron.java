package dev.aloft.spi;

import dev.aloft.AloftException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes portable cron expressions, in all forms of each field. */
final class RandomCron {
    private static final List<String> MONTHS =
            List.of("JAN", "feb", "Mar", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "oct", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "tue", "WED", "Thu", "FRI", "SAT");

    private final Random random;

    RandomCron(Random random) {
        this.random = random;
    }

    String next() {
        while (true) {
            boolean weekday = random.nextInt(3) == 0;
            String cron = String.join(
                    " ",
                    field(0, 59, List.of()),
                    random.nextInt(3) == 0 ? field(0, 3, List.of()) : field(0, 23, List.of()),
                    weekday || random.nextBoolean() ? "*" : field(1, 31, List.of()),
                    random.nextInt(3) > 0 ? "*" : field(1, 12, MONTHS),
                    weekday ? field(0, 6, WEEKDAYS) : "*");
            if (isPossible(cron)) {
                return cron;
            }
        }
    }

    private static boolean isPossible(String cron) {
        try {
            Cron.parse(cron);
            return true;
        } catch (AloftException e) {
            if (e.code().equals("ALOFT-064")) {
                return false;
            }
            throw e;
        }
    }

    private String field(int min, int max, List<String> names) {
        if (random.nextInt(6) == 0) {
            return "*";
        }
        List<String> items = new ArrayList<>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            items.add(item(min, max, names));
        }
        return String.join(",", items);
    }

    private String item(int min, int max, List<String> names) {
        int from = min + random.nextInt(max - min + 1);
        int to = from + random.nextInt(max - from + 1);
        int step = 1 + random.nextInt(max);
        return switch (random.nextInt(5)) {
            case 0, 1 -> value(from, names, min);
            case 2 -> value(from, names, min) + "-" + value(to, names, min);
            case 3 -> value(from, names, min) + "-" + value(to, names, min) + "/" + step;
            default -> "*/" + step;
        };
    }

    private String value(int value, List<String> names, int min) {
        return names.isEmpty() || random.nextBoolean() ? String.valueOf(value) : names.get(value - min);
    }
}
