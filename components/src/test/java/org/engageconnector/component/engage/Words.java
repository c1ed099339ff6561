package org.engageconnector.component.engage;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;

/**
 * Messages in the words of the scenario files: {@code EventRinging ThisDN="7001" CallType=2 ConnID=5L UserData={a="b",n=1}}.
 * A number in place of a name stands for itself.
 */
public record Words(
        IntFunction<String> messageName,
        Function<String, Integer> messageNumber,
        IntFunction<String> attributeName,
        Function<String, Integer> attributeNumber) {

    /** The words of a message: its name first, then one per attribute. */
    public List<String> say(Message message) {
        List<String> words = new ArrayList<>();
        words.add(name(messageName, message.number()));
        message.attributes()
                .forEach(attribute -> words.add(name(attributeName, attribute.id()) + "=" + value(attribute.value())));
        return words;
    }

    /** The message of some words. */
    public Message read(List<String> words) {
        Message.Builder message = Message.of(number(messageNumber, words.get(0)));
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            message.with(
                    number(attributeNumber, word.substring(0, equals)), new Text(word.substring(equals + 1)).value());
        }
        return message.build();
    }

    private static String name(IntFunction<String> names, int number) {
        String name = names.apply(number);
        return name == null ? Integer.toString(number) : name;
    }

    private static int number(Function<String, Integer> numbers, String name) {
        Integer number = numbers.apply(name);
        if (number == null && !name.matches("\\d+")) {
            throw new IllegalArgumentException("no message or attribute is called " + name);
        }
        return number == null ? Integer.parseInt(name) : number;
    }

    /** A value in words. */
    public static String value(Object value) {
        if (value instanceof String text) {
            return '"' + text + '"';
        } else if (value instanceof Long number) {
            return number + "L";
        } else if (value instanceof byte[] bytes) {
            return "0x" + HexFormat.of().formatHex(bytes);
        } else if (value instanceof KeyValueList list) {
            return list.pairs().stream()
                    .map(pair -> pair.key() + "=" + value(pair.value()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return String.valueOf(value);
    }

    /** Reads one value from the left. */
    private static final class Text {

        private final String text;
        private int at;

        private Text(String text) {
            this.text = text;
        }

        private Object value() {
            char first = text.charAt(at);
            if (first == '"') {
                int end = text.indexOf('"', at + 1);
                String value = text.substring(at + 1, end);
                at = end + 1;
                return value;
            } else if (first == '{') {
                return list();
            }
            int from = at;
            while (at < text.length() && ",}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            if (word.startsWith("0x")) {
                return HexFormat.of().parseHex(word.substring(2));
            }
            return word.endsWith("L")
                    ? (Object) Long.valueOf(word.substring(0, word.length() - 1))
                    : (Object) Integer.valueOf(word);
        }

        private KeyValueList list() {
            List<KeyValueList.Pair> pairs = new ArrayList<>();
            at++;
            while (text.charAt(at) != '}') {
                int equals = text.indexOf('=', at);
                String key = text.substring(at, equals);
                at = equals + 1;
                pairs.add(new KeyValueList.Pair(key, value()));
                at += text.charAt(at) == ',' ? 1 : 0;
            }
            at++;
            return new KeyValueList(pairs);
        }
    }
}
