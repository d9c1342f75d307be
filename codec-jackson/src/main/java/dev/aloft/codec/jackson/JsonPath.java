package dev.aloft.codec.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;

/** Where in a document something is wrong, for example {@code $.items[2].price}; a name that is not the type's own is {@code *}. */
record JsonPath(LeanMapper mapper) {
    /** A cycle gives a path of a thousand steps. */
    private static final int SHOWN_STEPS = 12;

    String of(JsonMappingException failure) {
        StringBuilder path = new StringBuilder("$");
        for (Reference step : failure.getPath().stream().limit(SHOWN_STEPS).toList()) {
            String name = step.getFieldName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append('.').append(isDeclared(step.getFrom(), name) ? name : "*");
            }
        }
        return path.append(failure.getPath().size() > SHOWN_STEPS ? "…" : "").toString();
    }

    private boolean isDeclared(Object from, String name) {
        JavaType type = mapper.type(from instanceof Class<?> itself ? itself : from.getClass());
        return isAmong(mapper.readConfig.introspect(type), name) || isAmong(mapper.writeConfig.introspect(type), name);
    }

    private static boolean isAmong(BeanDescription type, String name) {
        for (BeanPropertyDefinition property : type.findProperties()) {
            if (property.getName().equals(name) || property.findAliases().contains(PropertyName.construct(name))) {
                return true;
            }
        }
        return false;
    }
}
