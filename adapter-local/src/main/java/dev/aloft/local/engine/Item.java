package dev.aloft.local.engine;

import org.jspecify.annotations.Nullable;

/**
 * What is sent: {@code new Item("o-1", "customer-7", message, 120)}.
 *
 * @param id what tells it from others in the timeline; null for one that the engine makes
 * @param key what it keeps its order with, where the source keeps one; null for none
 * @param content what the function gets
 * @param size how many bytes its payload has
 */
public record Item(@Nullable String id, @Nullable String key, Object content, int size) {}
