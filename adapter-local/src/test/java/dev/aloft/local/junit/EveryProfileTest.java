package dev.aloft.local.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.local.LocalFunctions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EveryProfileTest {
    private static final List<String> SEEN = Collections.synchronizedList(new ArrayList<>());

    private static void note(LocalFunctions functions) {
        String title = functions.timeline().text().lines().findFirst().orElseThrow();
        SEEN.add(title.substring("profile ".length(), title.indexOf(',')));
    }

    private static List<String> seen(Class<?> testClass, String... parameters) {
        SEEN.clear();
        TestRun run = TestRun.of(testClass, parameters);
        run.isSilentSuccessOf(SEEN.size());
        return List.copyOf(SEEN);
    }

    @Test
    void aClassRunsUnderEachOfThem() {
        assertThat(seen(All.class)).containsExactly("strict", "aws", "azure", "gcp");
    }

    @EveryProfile
    static class All {
        private final LocalFunctions functions;

        All(LocalFunctions functions) {
            this.functions = functions;
        }

        @FunctionsUnderTest
        private static final ParcelIndex PARCELS = new ParcelIndex();

        @Test
        void passes() {
            note(functions);
        }
    }

    @Test
    void oneCanBeAskedFor() {
        assertThat(seen(All.class, "aloft.profile", "gcp")).containsExactly("gcp");
    }

    @Test
    void aClassThatExtendsItMayNameOthers() {
        assertThat(seen(Some.class)).containsExactly("calm", "aws");
    }

    @AloftTest(profile = "azure")
    @EveryProfile({"calm", "aws"})
    static class Some extends All {
        Some(LocalFunctions functions) {
            super(functions);
        }
    }

    @Test
    void nestedClassesGoWithTheirOuterOneOrSayTheirs() {
        assertThat(seen(Outer.class)).containsExactlyInAnyOrder("strict", "azure", "aws", "azure");
    }

    @AloftTest(settings = ParcelIndex.SETTING)
    @EveryProfile({"strict", "aws"})
    static class Outer {
        @Nested
        class Inner {
            @Test
            void passes(LocalFunctions functions) {
                note(functions);
            }
        }

        @Nested
        @AloftTest(profile = "azure", seed = 7)
        class Kept {
            @Test
            void passes(LocalFunctions functions) {
                note(functions);
            }
        }
    }
}
