package org.engageconnector.app.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of values that settings have. */
final class SettingTypes {

    private static final Pattern QUANTITY = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-zA-Z]*)");

    private static final Pattern RATE = Pattern.compile("(\\d{1,6})\\s*/\\s*s");

    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    static final SettingType TEXT = type("text", text -> text);

    static final SettingType FLAG = choice("true", "false");

    static final SettingType DURATION = type("duration", SettingTypes::milliseconds);

    static final SettingType SIZE = type("size", SettingTypes::bytes);

    static final SettingType SHARE = type("share", SettingTypes::share);

    static final SettingType PORT = number(0, 65535);

    static final SettingType RATE_PER_SECOND = type("rate", text -> {
        Matcher matcher = RATE.matcher(text);
        require(matcher.matches() && !matcher.group(1).matches("0+"), "a rate such as 200/s");
        return matcher.group(1);
    });

    static final SettingType HOST = type("host", text -> {
        require(HOST_NAME.matcher(text).matches() || text.matches("[0-9a-fA-F:]+"), "a host name or an IP address");
        return text;
    });

    static final SettingType REDIS_URL = type("redis url", text -> {
        String allowed = "redis://[user:password@]host[:port][/database], rediss://..., or"
                + " redis-sentinel://[user:password@]host[:port][,host[:port]...][/database]#master-name";
        URI uri = uri(text, allowed);
        boolean sentinels = List.of("redis-sentinel", "rediss-sentinel").contains(String.valueOf(uri.getScheme()));
        require(
                sentinels
                        ? uri.getRawAuthority() != null
                                && uri.getFragment() != null
                                && !uri.getFragment().isBlank()
                        : List.of("redis", "rediss").contains(uri.getScheme()) && uri.getHost() != null,
                allowed);
        return text;
    });

    static final SettingType MEMORY = type("size", text -> {
        String allowed = "a size such as 2 GiB or 512 MiB, from 16 MiB on";
        Matcher matcher = QUANTITY.matcher(text);
        require(matcher.matches(), allowed);
        int shift = List.of("", "k", "m", "g", "t")
                .indexOf(matcher.group(2).toLowerCase(Locale.ROOT).replaceAll("i?b$", ""));
        require(shift >= 0, allowed);
        double value = Double.parseDouble(matcher.group(1)) * (1L << 10 * shift);
        require(value >= 16 << 20 && value <= 1L << 50, allowed);
        return Long.toString(Math.round(value));
    });

    static final SettingType JDBC_URL = type("JDBC url", text -> {
        require(text.startsWith("jdbc:"), "a JDBC url such as jdbc:postgresql://host:5432/database");
        return text;
    });

    /** Clear text is for simulators on this machine; a token must never cross a network in clear. */
    static final SettingType HTTPS_URL = type("url", text -> {
        String allowed = "https://host, or http:// with a loopback host such as 127.0.0.1";
        URI uri = uri(text, allowed);
        require(uri.getHost() != null && uri.getRawQuery() == null && uri.getUserInfo() == null, allowed);
        boolean secure = "https".equals(uri.getScheme());
        require(secure || "http".equals(uri.getScheme()) && Loopback.is(uri.getHost()), allowed);
        return text.replaceAll("/+$", "");
    });

    static final SettingType STAT_SERVER =
            type("host:port", text -> HostPort.parse(text, HostPort.STAT_SERVER).toString());

    static final SettingType SIP_SERVERS = type("sip servers", text -> {
        SipServer.parseAll(text);
        return text;
    });

    private SettingTypes() {}

    static SettingType number(long least, long most) {
        return type("number", text -> {
            String allowed = "a whole number from " + least + " to " + most;
            require(text.matches("\\d{1,18}"), allowed);
            long value = Long.parseLong(text);
            require(value >= least && value <= most, allowed);
            return Long.toString(value);
        });
    }

    static SettingType numberOr(String word, long least, long most) {
        SettingType number = number(least, most);
        return type("`" + word + "` or number", text -> {
            if (text.equalsIgnoreCase(word)) {
                return word;
            }
            try {
                return number.normalise(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("`" + word + "` or " + e.getMessage(), e);
            }
        });
    }

    static SettingType choice(String... words) {
        return type(
                String.join(" or ", Arrays.stream(words).map(w -> "`" + w + "`").toList()), text -> {
                    String word = text.toLowerCase(Locale.ROOT);
                    require(List.of(words).contains(word), "one of: " + String.join(", ", words));
                    return word;
                });
    }

    static SettingType type(String label, UnaryOperator<String> normalise) {
        return new SettingType() {
            @Override
            public String label() {
                return label;
            }

            @Override
            public String normalise(String text) {
                return normalise.apply(text);
            }
        };
    }

    static void require(boolean allowed, String what) {
        if (!allowed) {
            throw new IllegalArgumentException(what);
        }
    }

    private static String milliseconds(String text) {
        String allowed = "a duration such as 500ms, 2s, 30m or 24h (a bare number is seconds)";
        Matcher matcher = QUANTITY.matcher(text);
        require(matcher.matches(), allowed);
        double perUnit =
                switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                    case "ms" -> 1;
                    case "", "s" -> 1_000;
                    case "m" -> 60_000;
                    case "h" -> 3_600_000;
                    case "d" -> 86_400_000;
                    default -> throw new IllegalArgumentException(allowed);
                };
        double value = Double.parseDouble(matcher.group(1)) * perUnit;
        require(value <= 366L * 86_400_000, allowed + ", at most a year");
        return Long.toString(Math.round(value));
    }

    private static String bytes(String text) {
        String allowed = "a size such as 65536, 512 KiB or 1 MiB";
        Matcher matcher = QUANTITY.matcher(text);
        require(matcher.matches(), allowed);
        long perUnit =
                switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                    case "", "b" -> 1;
                    case "kib", "k", "kb" -> 1 << 10;
                    case "mib", "m", "mb" -> 1 << 20;
                    default -> throw new IllegalArgumentException(allowed);
                };
        double value = Double.parseDouble(matcher.group(1)) * perUnit;
        require(value >= 1024 && value <= 64 << 20, allowed + ", from 1 KiB to 64 MiB");
        return Long.toString(Math.round(value));
    }

    private static String share(String text) {
        String allowed = "a share above 0 and not above 1, such as 0.5";
        require(text.matches("\\d(\\.\\d{1,6})?"), allowed);
        double value = Double.parseDouble(text);
        require(value > 0 && value <= 1, allowed);
        return text;
    }

    private static URI uri(String text, String allowed) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            // the message of URI repeats the text, which may hold a password
            throw new IllegalArgumentException(allowed, null);
        }
    }
}
