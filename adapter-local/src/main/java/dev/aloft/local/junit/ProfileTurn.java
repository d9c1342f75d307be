package dev.aloft.local.junit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * One run of a class under one of its profiles.
 *
 * @param testClass the class
 * @param profile the platform that is played
 */
record ProfileTurn(Class<?> testClass, String profile) implements ClassTemplateInvocationContext {

    /** What JUnit asks for the runs of a class. */
    static final class Provider implements ClassTemplateInvocationContextProvider {
        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return annotation(context).isPresent();
        }

        /** One that a developer asks for is enough. */
        @Override
        public Stream<ProfileTurn> provideClassTemplateInvocationContexts(ExtensionContext context) {
            List<String> profiles = context.getConfigurationParameter("aloft.profile")
                    .map(List::of)
                    .orElseGet(() ->
                            Arrays.asList(annotation(context).orElseThrow().value()));
            return profiles.stream().map(profile -> new ProfileTurn(context.getRequiredTestClass(), profile));
        }

        private static Optional<EveryProfile> annotation(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getTestClass(), EveryProfile.class);
        }
    }

    boolean of(Class<?> other) {
        return testClass == other;
    }

    @Override
    public String getDisplayName(int invocation) {
        return profile;
    }

    @Override
    public void prepareInvocation(ExtensionContext context) {
        context.getStore(Session.NAMESPACE).put(ProfileTurn.class, this);
    }
}
