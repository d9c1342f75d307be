package dev.aloft.testkit.brokers;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A table behind the SQL trigger of Azure Functions: rows in the order of their changes, several at a time, leased for a minute. A batch
 * that fails is left to its leases' end; then its rows come again, with whatever else there is. What has been handed over five times is
 * ignored from then on.
 *
 * @param batchSize the trigger's {@code Sql_Trigger_MaxBatchSize}
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-azure-sql-trigger">Azure SQL trigger</a> and <a
 *     href="https://github.com/Azure/azure-functions-sql-extension/blob/main/src/TriggerBinding/SqlTableChangeMonitor.cs">its
 *     extension's SqlTableChangeMonitor</a>
 */
record SqlBroker(int batchSize) implements Broker {
    private static final int MAX_ATTEMPTS = 5;
    private static final long LEASE = 60_000;

    @Override
    public void run(Simulation simulation, Target target) {
        new Run(this, simulation, target).run();
    }

    private static final class Run {
        private final SqlBroker table;
        private final Simulation simulation;
        private final Target target;
        private final PriorityQueue<Integer> available = new PriorityQueue<>();
        private final Timetable leased;
        private final int[] attempts;

        Run(SqlBroker table, Simulation simulation, Target target) {
            this.table = table;
            this.simulation = simulation;
            this.target = target;
            this.leased = new Timetable(simulation.random());
            this.attempts = new int[simulation.ledger().messages()];
            for (int row = 0; row < attempts.length; row++) {
                available.add(row);
            }
        }

        void run() {
            while (!available.isEmpty() || !leased.isEmpty()) {
                if (available.isEmpty()) {
                    simulation.waitUntil(leased.nextTime());
                }
                while (leased.hasDue(simulation.now())) {
                    available.add(leased.take());
                }
                List<Delivery> batch = new ArrayList<>();
                while (batch.size() < table.batchSize && !available.isEmpty()) {
                    int row = available.remove();
                    batch.add(new Delivery(row, ++attempts[row]));
                    simulation.ledger().delivered();
                }
                invoke(batch);
            }
        }

        private void invoke(List<Delivery> batch) {
            Frame frame = simulation.begin();
            Answer answer = target.invoke(batch, frame);
            boolean done = answer.isSuccess() && !simulation.isOver(frame);
            for (Delivery delivery : batch) {
                if (done) {
                    simulation.ledger().acknowledged(delivery.message(), frame);
                } else if (delivery.attempt() == MAX_ATTEMPTS) {
                    simulation.ledger().dropped(delivery.message());
                } else {
                    leased.add(delivery.message(), simulation.now() + LEASE);
                }
            }
        }
    }
}
