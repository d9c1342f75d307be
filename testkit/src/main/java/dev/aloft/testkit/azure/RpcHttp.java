package dev.aloft.testkit.azure;

import java.util.Map;

/** A request as the host hands it to the worker. Headers and query are single-valued; route parameters have no accessor there. */
record RpcHttp(String method, String url, Map<String, String> headers, Map<String, String> query, RpcData body) {}
