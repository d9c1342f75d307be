package dev.aloft.testkit.brokers;

import java.util.ArrayList;
import java.util.List;

/**
 * Event Hubs, Kafka or the change feed of Cosmos DB behind a trigger of Azure Functions: batches of one partition, in order. The
 * checkpoint, which is a lease's continuation in the case of Cosmos DB, advances after the invocation whether it failed or not; only the
 * retry policy of {@code function.json}, in memory and around the invocation, brings a batch again. A timer is the same, with its
 * firings one by one. An invocation that runs into functionTimeout ends the process: with a policy it is taken as one that failed.
 *
 * @param batchSize the trigger's {@code maxEventBatchSize} or {@code maxItemsPerInvocation}
 * @param maxRetries the policy's {@code maxRetryCount}, -1 without end; 0 if there is no policy
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-error-pages">error handling and
 *     retries</a>
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-cosmosdb-v2-trigger">Cosmos DB trigger</a> and
 *     <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer">timer trigger</a>
 */
record CheckpointBroker(int batchSize, int maxRetries) implements Broker {

    @Override
    public void run(Simulation simulation, Target target) {
        int partitions = simulation.ledger().groups();
        Timetable turns = new Timetable(simulation.random());
        for (int partition = 0; partition < partitions; partition++) {
            turns.add(partition, 0);
        }
        while (!turns.isEmpty()) {
            int first = turns.take();
            int size = simulation.random().nextInt(batchSize) + 1;
            List<Delivery> batch = new ArrayList<>(size);
            int message = first;
            while (batch.size() < size && message < simulation.ledger().messages()) {
                batch.add(new Delivery(message, 0));
                message += partitions;
            }
            deliver(batch, simulation, target);
            if (message < simulation.ledger().messages()) {
                turns.add(message, simulation.now());
            }
        }
    }

    private void deliver(List<Delivery> batch, Simulation simulation, Target target) {
        for (int retry = 0; maxRetries < 0 || retry <= maxRetries; retry++) {
            batch.forEach(delivery -> simulation.ledger().delivered());
            Frame frame = simulation.begin();
            Answer answer = target.invoke(batch, frame);
            if (answer.isSuccess() && !simulation.isOver(frame)) {
                batch.forEach(delivery -> simulation.ledger().acknowledged(delivery.message(), frame));
                return;
            }
            simulation.waitUntil(simulation.now() + Backoff.after(retry + 1));
        }
        batch.forEach(delivery -> simulation.ledger().dropped(delivery.message()));
    }
}
