package dev.aloft;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that a response sets, for example {@code SetCookie.of("session", id).withPath("/").withMaxAge(Duration.ofHours(1))}.
 *
 * <p>A new cookie is {@code HttpOnly}, {@code Secure} and {@code SameSite=Lax} until it is told otherwise. Azure Functions
 * delivers only the first {@code Set-Cookie} of a response.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265">RFC 6265, HTTP State Management</a>
 */
public final class SetCookie {
    /** Whether the browser sends the cookie with requests that another site causes. */
    public enum SameSite {
        /** Never with requests from other sites. */
        STRICT("Strict"),
        /** Only when the user follows a link from another site. */
        LAX("Lax"),
        /** Always; browsers demand {@code Secure} with it. */
        NONE("None");

        private final String attribute;

        SameSite(String attribute) {
            this.attribute = attribute;
        }
    }

    private final String name;
    private final String value;
    private final @Nullable String path;
    private final @Nullable String domain;
    private final @Nullable Duration maxAge;
    private final boolean httpOnly;
    private final boolean secure;
    private final SameSite sameSite;

    private SetCookie(Draft draft) {
        this.name = draft.name;
        this.value = draft.value;
        this.path = draft.path;
        this.domain = draft.domain;
        this.maxAge = draft.maxAge;
        this.httpOnly = draft.httpOnly;
        this.secure = draft.secure;
        this.sameSite = draft.sameSite;
    }

    /**
     * A session cookie of the given name and value.
     *
     * @param name letters, digits and the other characters of an HTTP token
     * @param value visible ASCII without space, double quote, comma, semicolon and backslash; encode other text first
     * @return the cookie
     * @throws IllegalArgumentException with code ALOFT-403 if name or value has another character
     */
    public static SetCookie of(String name, String value) {
        HeaderSyntax.requireToken(name, "cookie name");
        HeaderSyntax.requireCookieValue(name, value);
        return new SetCookie(new Draft(name, value));
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The value. */
    public String value() {
        return value;
    }

    /** The path for which the browser sends the cookie. */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    /** How long the browser keeps the cookie. */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }

    /** This cookie for one path, for example {@code /}. */
    public SetCookie withPath(String path) {
        Draft draft = new Draft(this);
        draft.path = HeaderSyntax.requireCookieAttribute(name, path);
        return new SetCookie(draft);
    }

    /** This cookie for one domain, for example {@code example.org}. */
    public SetCookie withDomain(String domain) {
        Draft draft = new Draft(this);
        draft.domain = HeaderSyntax.requireCookieAttribute(name, domain);
        return new SetCookie(draft);
    }

    /** This cookie with a lifetime in whole seconds; zero deletes it. */
    public SetCookie withMaxAge(Duration maxAge) {
        Draft draft = new Draft(this);
        draft.maxAge = maxAge.isNegative() ? Duration.ZERO : maxAge;
        return new SetCookie(draft);
    }

    /** This cookie, readable by scripts or not. */
    public SetCookie withHttpOnly(boolean httpOnly) {
        Draft draft = new Draft(this);
        draft.httpOnly = httpOnly;
        return new SetCookie(draft);
    }

    /** This cookie, also over plain HTTP or not. */
    public SetCookie withSecure(boolean secure) {
        Draft draft = new Draft(this);
        draft.secure = secure;
        return new SetCookie(draft);
    }

    /** This cookie with another cross-site rule. */
    public SetCookie withSameSite(SameSite sameSite) {
        Draft draft = new Draft(this);
        draft.sameSite = sameSite;
        return new SetCookie(draft);
    }

    /**
     * The header's value, for example {@code session=abc; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Lax}.
     *
     * @return the value of one {@code Set-Cookie} line
     */
    public String headerValue() {
        StringBuilder text = new StringBuilder(64).append(name).append('=').append(value);
        if (path != null) {
            text.append("; Path=").append(path);
        }
        if (domain != null) {
            text.append("; Domain=").append(domain);
        }
        if (maxAge != null) {
            text.append("; Max-Age=").append(maxAge.toSeconds());
        }
        if (secure) {
            text.append("; Secure");
        }
        if (httpOnly) {
            text.append("; HttpOnly");
        }
        return text.append("; SameSite=").append(sameSite.attribute).toString();
    }

    /** The name only, since the value may be secret. */
    @Override
    public String toString() {
        return "SetCookie[" + name + "]";
    }

    /** What a cookie is made of while it is being changed. */
    private static final class Draft {
        private final String name;
        private final String value;
        private @Nullable String path;
        private @Nullable String domain;
        private @Nullable Duration maxAge;
        private boolean httpOnly = true;
        private boolean secure = true;
        private SameSite sameSite = SameSite.LAX;

        Draft(String name, String value) {
            this.name = name;
            this.value = value;
        }

        Draft(SetCookie cookie) {
            this(cookie.name, cookie.value);
            path = cookie.path;
            domain = cookie.domain;
            maxAge = cookie.maxAge;
            httpOnly = cookie.httpOnly;
            secure = cookie.secure;
            sameSite = cookie.sameSite;
        }
    }
}
