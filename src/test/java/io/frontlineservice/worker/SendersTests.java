package io.frontlineservice.worker;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.diagnosis.UnusableSettingException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sender of a conversation with a customer. */
class SendersTests {

	private static final Worker ADA = Worker.unknown(identity("ada@example.com"));

	private static final Address CHAT_CUSTOMER = new Address(ChannelType.CHAT, "lina-berg");

	@Test
	void senderHasChannelOfCustomer() {
		Senders senders = senders("+15005550006", "+14155238886", Map.of());
		assertThat(senders.senderFor(ADA, sms("+14155550101"))).contains(sms("+15005550006"));
		assertThat(senders.senderFor(ADA, whatsapp("+14155550101"))).contains(whatsapp("+14155238886"));
	}

	@Test
	void channelWithoutSenderHasNone() {
		Senders smsOnly = senders("+15005550006", " ", Map.of());
		assertThat(smsOnly.senderFor(ADA, whatsapp("+14155550101"))).isEmpty();
		Senders whatsappOnly = senders(null, "+14155238886", Map.of());
		assertThat(whatsappOnly.senderFor(ADA, sms("+14155550101"))).isEmpty();
		assertThat(whatsappOnly.senderFor(ADA, CHAT_CUSTOMER)).isEmpty();
	}

	@Test
	void ownSenderTakesPrecedence() {
		Senders senders = senders("+15005550006", "+14155238886",
				Map.of("44", new SenderNumbers("+447700900199", "+447700900199")));
		Worker worker = withOwn(sms("+15005550009"));
		for (String customer : new String[] { "+14155550101", "+447700900118" }) {
			assertThat(senders.senderFor(worker, sms(customer))).contains(sms("+15005550009"));
		}
		assertThat(senders.senderFor(worker, whatsapp("+14155550101"))).contains(whatsapp("+14155238886"));
		assertThat(senders.senderFor(worker, whatsapp("+447700900118"))).contains(whatsapp("+447700900199"));
	}

	@ParameterizedTest
	@CsvSource({ "GB.1415abc,+447700900199", "US.44770090011,+15005550006", "DE.ENT.44,+14155238886",
			"ZZ.44,+14155238886" })
	void customerWithAUserIdHasTheSenderOfTheCountryBeforeTheDot(String id, String sender) {
		Senders senders = senders(null, "+14155238886", Map.of("44", new SenderNumbers(null, "+447700900199"), "1",
				new SenderNumbers(null, "+15005550006"), "1415", new SenderNumbers(null, "+14150000000")));
		assertThat(senders.senderFor(ADA, new Address(ChannelType.WHATSAPP, "whatsapp:" + id)))
			.contains(whatsapp(sender));
	}

	@ParameterizedTest
	@CsvSource({ "+14155550101,+14150000000", "+14145550101,+10000000000", "+447700900118,+440000000000",
			"+4917012345678,+400000000", "+390612345678,+15005550006", "+5144155550101,+15005550006" })
	void longestPrefixTakesPrecedenceOverDefault(String customer, String sender) {
		Senders senders = senders("+15005550006", null,
				Map.of("1", new SenderNumbers("+10000000000", null), "1415", new SenderNumbers("+14150000000", null),
						"4", new SenderNumbers("+400000000", null), "+44", new SenderNumbers("+440000000000", null)));
		assertThat(senders.senderFor(ADA, sms(customer))).contains(sms(sender));
	}

	@Test
	void prefixWithoutSenderOfChannelFallsBackToShorterPrefix() {
		Senders senders = senders("+15005550006", "+14155238886", Map.of("1", new SenderNumbers(null, "+10000000000"),
				"1415", new SenderNumbers("+14150000000", ""), "44", new SenderNumbers("+440000000000", null)));
		assertThat(senders.senderFor(ADA, whatsapp("+14155550101"))).contains(whatsapp("+10000000000"));
		assertThat(senders.senderFor(ADA, sms("+14145550101"))).contains(sms("+15005550006"));
		assertThat(senders.senderFor(ADA, whatsapp("+447700900118"))).contains(whatsapp("+14155238886"));
	}

	@Test
	void chatUsesSenderOfSms() {
		Senders senders = senders("+15005550006", null, Map.of());
		assertThat(senders.senderFor(ADA, CHAT_CUSTOMER)).contains(sms("+15005550006"));
		assertThat(senders.senderFor(withOwn(sms("+15005550009")), CHAT_CUSTOMER)).contains(sms("+15005550009"));
	}

	@Test
	void chatIdentityHasNoCountry() {
		Senders senders = senders("+15005550006", null, Map.of("44", new SenderNumbers("+440000000000", null)));
		assertThat(senders.senderFor(ADA, new Address(ChannelType.CHAT, "+447700900118")))
			.contains(sms("+15005550006"));
	}

	@Test
	void chatSenderNoneDisablesChat() {
		Senders senders = Senders.of(new SenderSettings("+15005550006", null, ChatSender.NONE, Map.of()));
		assertThat(senders.senderFor(withOwn(sms("+15005550009")), CHAT_CUSTOMER)).isEmpty();
		assertThat(senders.senderFor(ADA, sms("+14155550101"))).contains(sms("+15005550006"));
	}

	@Test
	void invalidSenderIsNotTreatedAsAbsent() {
		assertThatExceptionOfType(UnusableSettingException.class)
			.isThrownBy(() -> senders("15005550006", null, Map.of()))
			.withMessageStartingWith("the sms sender must be a number in international form");
	}

	private static Senders senders(@Nullable String sms, @Nullable String whatsapp,
			Map<String, SenderNumbers> countries) {
		return Senders.of(new SenderSettings(sms, whatsapp, ChatSender.SMS, countries));
	}

	private static Worker withOwn(Address sender) {
		return new Worker(identity("ben@example.com"), Set.of(), null, Profile.UNKNOWN,
				Map.of(sender.channel(), sender));
	}

	private static Address sms(String number) {
		return new Address(ChannelType.SMS, number);
	}

	private static Address whatsapp(String number) {
		return new Address(ChannelType.WHATSAPP, "whatsapp:" + number);
	}

}
