package shop.wrong;

import dev.aloft.Context;
import dev.aloft.ScheduleEvent;
import dev.aloft.ScheduleHandler;

/** Too slow: it waits for an archive that takes longer than the platform gives to the function. */
public final class ArchivesBeforeItCleansUp implements ScheduleHandler {
    private final ScheduleHandler cleanUp;
    private final Archive archive;

    /** Keeps what is about to be forgotten. */
    public interface Archive {
        /** Returns when all is kept. */
        void store() throws InterruptedException;
    }

    /** As the right one, which it calls. */
    public ArchivesBeforeItCleansUp(ScheduleHandler cleanUp, Archive archive) {
        this.cleanUp = cleanUp;
        this.archive = archive;
    }

    @Override
    public void handle(ScheduleEvent firing, Context context) throws Exception {
        archive.store();
        cleanUp.handle(firing, context);
    }
}
