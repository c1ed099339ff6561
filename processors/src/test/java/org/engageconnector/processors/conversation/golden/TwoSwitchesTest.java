package org.engageconnector.processors.conversation.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.CallEngine;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.output.ConversationEvent;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.junit.jupiter.api.Test;

/** docs/call-rules.md#two-switches: one call, two SIP Server pairs, two conversations under one tag. */
class TwoSwitchesTest {

    private static final String LINK = "00O1K5VGQ8ABC2N5LAHG02LAESISL001";
    private static final Pattern TAG = Pattern.compile("\"tagId\":\"([^\"]*)\"");

    private final GoldenCase here = golden("call-from-another-switch");
    private final GoldenCase there = golden("redirected-while-ringing-to-outside-number");

    @Test
    void both_conversations_carry_the_link_that_both_servers_name() {
        List<ConversationEvent> first = play("SIP_B", there, true);
        List<ConversationEvent> second = play("SIP_A", here, true);
        assertThat(tags(first)).isNotEmpty().containsOnly(LINK);
        assertThat(tags(second)).isNotEmpty().containsOnly(LINK);
        assertThat(first.get(0).conversationId()).isNotEqualTo(second.get(0).conversationId());
    }

    @Test
    void nothing_is_tagged_unless_the_setting_says_so() {
        assertThat(Stream.of(play("SIP_B", there, false), play("SIP_A", here, false))
                        .flatMap(events -> tags(events).stream()))
                .isEmpty();
    }

    @Test
    void the_link_changes_no_event_but_for_the_tag() {
        assertThat(words(play("SIP_A", here, true))).isEqualTo(words(play("SIP_A", here, false)));
    }

    /** The link is told with the call's creation, as a server replays its calls. */
    private static List<ConversationEvent> play(String pair, GoldenCase golden, boolean link) {
        EngineSettings plain = golden.settings;
        EngineSettings settings = new EngineSettings(
                plain.tenant(),
                plain.dispositionKey(),
                plain.afterCallWorkRequired(),
                plain.outboundQueueKey(),
                link,
                plain.windows());
        CallEngine engine = new CallEngine(pair, settings, (what, example) -> {});
        List<ConversationEvent> sent = new ArrayList<>();
        for (GoldenCase.Event event : golden.events) {
            engine.event(event.family(), linked(event), event.at(), golden.cast, sent::add);
        }
        engine.advance(engine.clock() + 20_000, sent::add);
        return sent;
    }

    private static Message linked(GoldenCase.Event event) {
        boolean created =
                event.family() == Family.CALL && event.message().number() == TServerMessage.EVENT_CALL_CREATED;
        if (!created) {
            return event.message();
        }
        Message.Builder message = Message.of(event.message().number());
        event.message().attributes().forEach(attribute -> message.with(attribute.id(), attribute.value()));
        return message.with(TServerAttribute.IS_LINK_LIST, KeyValueList.of(LINK, "the other end"))
                .build();
    }

    private static List<String> tags(List<ConversationEvent> events) {
        return events.stream()
                .map(ConversationEvent::json)
                .filter(json -> json.contains("sourceConfiguration"))
                .map(json -> {
                    Matcher tag = TAG.matcher(json);
                    return tag.find() ? tag.group(1) : null;
                })
                .filter(tag -> tag != null)
                .toList();
    }

    private static List<String> words(List<ConversationEvent> events) {
        return events.stream()
                .map(event -> event.list() + event.json().replaceAll(",\"tagId\":\"[^\"]*\"", ""))
                .toList();
    }

    private static GoldenCase golden(String name) {
        return GoldenCase.all().stream()
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
