package shop;

import org.junit.jupiter.api.Test;

class ShowTest {
    @Test
    void show() {
        System.out.println(
                "SHOW1 " + TestRun.thatFails(WrongHandlersTest.NotIdempotent.class, "oneOrderReachesAllThree").console);
        System.out.println("SHOW2 "
                + TestRun.thatFails(WrongHandlersTest.OrderDependent.class, "deletedPictureIsNotListedAnyMore")
                        .console);
        System.out.println("SHOW3 "
                + TestRun.thatFails(
                                WrongHandlersTest.NotThreadSafe.class, "shipsWhatWasAskedForWhenMuchIsAskedForAtOnce")
                        .console);
        System.out.println(
                "SHOW4 " + TestRun.thatFails(WrongHandlersTest.TooSlow.class, "firesTwiceWithoutHarm").console);
        System.out.println("SHOW5 " + TestRun.thatFails(WrongHandlersTest.LeavesWork.class, "allIsHandled").console);
    }
}
