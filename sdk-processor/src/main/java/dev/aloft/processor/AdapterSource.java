package dev.aloft.processor;

/** Writes the nested class of the index through which an annotated method is called. */
final class AdapterSource {
    private final IndexNames names;

    AdapterSource(IndexNames names) {
        this.names = names;
    }

    String text(String adapter, DeclaredFunction.Target target) {
        String field = names.field(target.type());
        String typedField = names.type(target.type()) + " " + field;
        Handling handling = target.handling();
        String payload = handling.payload() == null ? "" : "<" + names.type(handling.payload()) + ">";
        return """
                    private static final class %s implements %s {
                        private final %s;

                        %s(%s) {
                            this.%s = %s;
                        }

                %s    }
                """.formatted(
                        adapter,
                        names.type(handling.kind().interfaceName()) + payload,
                        typedField,
                        adapter,
                        typedField,
                        field,
                        field,
                        method(handling.kind(), payload, field + "." + target.method()));
    }

    private String method(HandlerKind kind, String payload, String call) {
        String result = result(kind);
        String parameter = IndexNames.parameter(kind);
        return """
                        @Override
                        public %s handle(%s %s, %s context) throws Exception {
                            %s%s(%s, context);
                        }
                """.formatted(
                        result,
                        parameterType(kind, payload),
                        parameter,
                        names.type("dev.aloft.Context"),
                        result.equals("void") ? "" : "return ",
                        call,
                        parameter);
    }

    private String result(HandlerKind kind) {
        return switch (kind) {
            case HTTP -> names.type("dev.aloft.HttpResponse");
            case BATCH -> names.type("dev.aloft.BatchResult");
            case MESSAGE, EVENT, STORAGE, SCHEDULE, CHANGE -> "void";
        };
    }

    private String parameterType(HandlerKind kind, String payload) {
        return switch (kind) {
            case HTTP -> names.type("dev.aloft.HttpRequest");
            case MESSAGE -> names.type("dev.aloft.Message") + payload;
            case BATCH -> names.type("java.util.List") + "<" + names.type("dev.aloft.Message") + payload + ">";
            case EVENT -> names.type("dev.aloft.Event");
            case STORAGE -> names.type("dev.aloft.StorageEvent");
            case SCHEDULE -> names.type("dev.aloft.ScheduleEvent");
            case CHANGE -> names.type("dev.aloft.ChangeEvent") + payload;
        };
    }
}
