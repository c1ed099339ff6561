package org.engageconnector.component.tserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.engageconnector.component.engage.MemoryDirectory;
import org.engageconnector.directory.Dn;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.platformsdk.AddpSettings;
import org.engageconnector.platformsdk.PlatformSdk;
import org.engageconnector.platformsdk.StandIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site whose text is in a code page, over a real socket, on both transports. */
class TServerEncodingIT {

    private static final String TEXT = "Müller";

    @ParameterizedTest
    @CsvSource({
        "tkv, call, EventCallDataChanged",
        "tkv, extension, EventAttachedDataChanged",
        "tkv, vq, EventAttachedDataChanged",
        "platform-sdk, call, EventCallDataChanged",
        "platform-sdk, extension, EventAttachedDataChanged",
        "platform-sdk, vq, EventAttachedDataChanged"
    })
    void attached_data_in_the_code_page_of_the_site_is_read_and_kept_in_utf_8(
            String transport, String family, String event) throws Exception {
        int number = TServerMessage.number(event);
        try (FakeTServer server = new FakeTServer();
                Listening listening = new Listening()) {
            MemoryDirectory directory = new MemoryDirectory();
            directory.dns(Dn.Type.EXTENSION, "7001");
            directory.dns(Dn.Type.VIRTUAL_QUEUE, "VQ_Sales");
            listening.context.getRegistry().bind("directory", directory);
            listening
                    .context
                    .getRegistry()
                    .bind("sdk", PlatformSdk.load(StandIn.asItIs().folder(), AddpSettings.DEFAULT));
            listening.start("family=" + family + "&encoding=windows-1252&transport=" + transport + "&primary="
                    + server.server.address());
            listening.await("ResyncEnd");
            server.server.sayBytes(inCodePage(Message.of(number)
                    .with(TServerAttribute.CALL_UUID, "A1")
                    .with(TServerAttribute.USER_DATA, KeyValueList.of("DispositionCode", "M?ller"))
                    .build()));
            listening.await(event);
            assertThat(listening.taken)
                    .filteredOn(
                            entry -> entry.message() != null && entry.message().number() == number)
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(code(entry.message())).isEqualTo(TEXT);
                        assertThat(code(Tkv.decode(entry.bytes()))).isEqualTo(TEXT);
                    });
        }
    }

    private static String code(Message message) {
        return message.list(TServerAttribute.USER_DATA).text("DispositionCode");
    }

    /** The question mark of a frame becomes the one byte of the letter in the code page. */
    private static byte[] inCodePage(Message message) {
        byte[] frame = Tkv.encode(message);
        for (int i = 0; i < frame.length; i++) {
            if (frame[i] == '?') {
                frame[i] = (byte) 0xFC;
            }
        }
        return frame;
    }
}
