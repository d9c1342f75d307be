package dev.aloft.codec.jackson;

import com.fasterxml.jackson.databind.util.StdDateFormat;
import java.text.DateFormat;
import java.text.FieldPosition;
import java.text.ParseException;
import java.text.ParsePosition;
import java.util.Date;

/**
 * Jackson's own form of {@link Date}, whose patterns are compiled only where a payload has such a date.
 *
 * <p>It is thread-safe: nothing of it can be set.
 */
final class LazyDateFormat extends DateFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public StringBuffer format(Date date, StringBuffer target, FieldPosition position) {
        return StdDateFormat.instance.clone().format(date, target, position);
    }

    @Override
    public Date parse(String text) throws ParseException {
        return StdDateFormat.instance.clone().parse(text);
    }

    @Override
    public Date parse(String text, ParsePosition position) {
        return StdDateFormat.instance.clone().parse(text, position);
    }

    /** Jackson clones a format before each use, because others are not thread-safe. */
    @Override
    public Object clone() {
        return this;
    }
}
