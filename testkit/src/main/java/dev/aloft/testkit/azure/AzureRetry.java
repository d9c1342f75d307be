package dev.aloft.testkit.azure;

/**
 * Where an invocation stands under the retry policy of a {@code function.json}, as the host tells the worker: {@code new AzureRetry(0,
 * 0)} without a policy, {@code new AzureRetry(2, -1)} for the third try under one without end.
 *
 * @param count how many tries came before
 * @param max how many repetitions the policy allows; -1 without end, 0 without a policy
 */
public record AzureRetry(int count, int max) {}
