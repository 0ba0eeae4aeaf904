package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Numbers from real files are read correctly or left out with a remark. Each line has the
 * region, the text and the numbers; a dash means that a number is left out.
 */
class WrittenNumbersTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			AT | 0664 1234567 Eva             | +436641234567
			US | 256-7890 Bob                 | -
			US | (256) 256-7890 Bob           | +12562567890
			AT | +43 664 1234567 Fax          | +436641234567
			DE | +43 664 1234567 Fax          | +436641234567
			DE | 030 901820 priv              | +4930901820
			DE | 030 901820 PRIVAT            | +4930901820
			DE | 040 123456 (Anna)            | +4940123456
			IT | 06 1234 casa                 | +39061234
			DE | Tel. 030 901820              | +4930901820
			DE | Tel.: 030 901820             | +4930901820
			DE | Tel:030 901820               | +4930901820
			DE | (privat) 030 901820          | +4930901820
			DE | (Tel. 030 901820)            | +4930901820
			DE | Büro 030 901820 Frau Müller  | +4930901820
			GR | 21 0123 4567 Άννα            | +302101234567
			RU | +7 495 123-45-67 Ольга       | +74951234567
			RU | 8 (495) 123-45-67 моб        | +74951234567
			IL | 050-234-5678 אמא             | +972502345678
			EG | 0100 123 4567 أحمد           | +201001234567
			CN | 13812345678李明              | +8613812345678
			JP | 03-1234-5678 田中             | +81312345678
			US | 415 555 0101 😀               | +14155550101
			US | 📱 415 555 0101              | +14155550101
			US | '+1 415 555 0101             | +14155550101
			US | ="+1 415 555 0101"           | +14155550101
			AT | 0664 1234567Eva              | -
			AT | 0664 1234567-Eva             | -
			US | 1-800-FLOWERS                | -
			US | 1-800-GO4CASH                | -
			US | +1 415 555-BOBS              | -
			DE | 0664-123-GOLD                | -
			DE | O30 901820                   | -
			DE | 030 9O1820                   | -
			DE | 030 90182O1                  | -
			AT | 0664 1234S67                 | -
			DE | 0664 Eva 1234567             | -
			DE | 030 Büro 901820              | -
			DE | 030 901820 nora@example.com  | +4930901820
			DE | 7654321@example.com          | -
			DE | nora1984@example.com         | -
			AT | 0664 1234567 2. Stock        | -
			AT | 0664 1234567 ab 18 Uhr       | +436641234567
			AT | Handy 2: 0664 1234567        | +436641234567
			AT | Büro 2 0664 1234567          | -
			AT | 2 0664 1234567               | -
			AT | 1) 0664 1234567              | -
			""")
	void wordsAreNotReadAsDigits(String region, String written, String numbers) {
		assertRead(region, written, numbers);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			US | 415 555 0101 ext. 7          | +14155550101
			US | 415 555 0101 ext 7           | +14155550101
			US | 415-555-0101x21              | +14155550101
			US | 415-555-0101 x 21            | +14155550101
			US | 415-555-0101ext21            | +14155550101
			US | 415-555-0101 extension 1234  | +14155550101
			US | 415 555 0101 #21             | +14155550101
			US | +14155550101;ext=21          | +14155550101
			US | +14155550101,,21#            | +14155550101
			AT | +43 1 2345678 DW 21          | +4312345678
			AT | +43 1 2345678 DW21           | +4312345678
			AT | +43 1 2345678DW21            | +4312345678
			AT | 01 2345678 Kl. 21            | +4312345678
			DE | 030 901820 Durchwahl 21      | +4930901820
			DE | 030 901820 App. 21           | +4930901820
			FR | 01 42 68 53 00 poste 21      | +33142685300
			IT | 06 12345678 int. 21          | +390612345678
			IT | 06 12345678 interno 21       | +390612345678
			ES | 912 345 678 extensión 21     | +34912345678
			BR | (11) 3765-4321 ramal 21      | +551137654321
			PL | 22 123 45 67 wew. 21         | +48221234567
			NL | 020 123 4567 toestel 21      | +31201234567
			RU | +7 495 123-45-67 доб. 21     | +74951234567
			RU | +7 495 123-45-67 доб21       | +74951234567
			JP | 03-1234-5678 内線21            | +81312345678
			CN | 010 6552 9988 转 21           | +861065529988
			""")
	void extensionIsNotPartOfTheNumber(String region, String written, String numbers) {
		assertRead(region, written, numbers);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			AT | 4.36641234567E11             | +436641234567
			AT | 4.36641234567e+11            | +436641234567
			AT | 4,36641234567E+11            | +436641234567
			AT | +4.36641234567E11            | +436641234567
			DE | 4.36641234567E11             | -
			AT | 4.366412345670E11            | +436641234567
			AT | 436641234567E0               | +436641234567
			DE | 3.0901820E7                  | +4930901820
			DE | 1.5112345678E10              | +4915112345678
			AT | 436767654321.0               | +436767654321
			AT | 436767654321,00              | +436767654321
			AT | 436,767,654,321              | +436767654321
			AT | 436,767,654,321.00           | +436767654321
			AT | 436.767.654.321,00           | +436767654321
			AT | 436 767 654 321,0            | +436767654321
			DE | +4915112345678.0             | +4915112345678
			US | 4155550101.0                 | +14155550101
			US | 14155550101.0                | +14155550101
			US | 4.155550101E9                | +14155550101
			AT | 4.36641E11                   | -
			AT | 4.36641E+11                  | -
			AT | 4,36641E+11                  | -
			DE | 4.37E+11                     | -
			DE | 4E11                         | -
			AT | 4.36641E11 priv              | -
			DE | 4.36641×10^11                | -
			DE | 4.36641                      | -
			AT | 436641234567.5               | -
			DE | 030901820.0                  | -
			DE | 4.36641234567E-11            | -
			US | #NAME?                       | -
			US | ########                     | -
			""")
	void spreadsheetFormatIsReadExactlyOrLeftOut(String region, String written, String numbers) {
		assertRead(region, written, numbers);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			US | +4407700900123               | +447700900123
			DE | +49015112345678              | +4915112345678
			-  | +49015112345678              | +4915112345678
			-  | +49 0151 12345678            | +4915112345678
			-  | +49 (0) 151 12345678         | +4915112345678
			-  | +49 (0)30/901820             | +4930901820
			-  | +49 [0] 30 901820            | +4930901820
			DE | 0049 0151 12345678           | +4915112345678
			-  | +810312345678                | +81312345678
			-  | +9109876543210               | +919876543210
			-  | +784951234567                | +74951234567
			-  | +3606201234567               | +36201234567
			-  | +114155550101                | +14155550101
			-  | +340910000000                | +34910000000
			-  | +34 (0) 910 000 000          | +34910000000
			-  | +1 (0) 415 555 0101          | +14155550101
			-  | +390612345678                | +390612345678
			-  | +39 (0)6 12345678            | +390612345678
			-  | +2250707070707               | +2250707070707
			-  | +24106031234                 | +24106031234
			-  | +242061234567                | +242061234567
			-  | +378 0549 886377             | +3780549886377
			-  | +78121234567                 | +78121234567
			-  | +490                         | -
			DE | +49 (00 1234567              | -
			DE | +49 0 0 123456789            | -
			FR | +33 00 1234567               | -
			IT | +39 06 1234                  | +39061234
			IT | 0 3 3232620577               | +3933232620577
			IT | 03 3232620577                | +3933232620577
			DE | +49971(0)(030 1234567        | -
			DE | +49 30 (0) 1234567           | +493001234567
			US | 011 49 (0)30 1234567         | +49301234567
			DE | 0049 (0) 30 1234567          | +49301234567
			""")
	void trunkZeroAfterTheCountryCodeIsDropped(String region, String written, String numbers) {
		assertRead(region, written, numbers);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			DE | 491716783154                 | +491716783154
			DE | 4915112345678                | +4915112345678
			DE | 4930901820                   | +4930901820
			DE | 49 151 12345678              | +4915112345678
			DE | 49 0151 12345678             | +4915112345678
			AT | 436767654321                 | +436767654321
			GB | 447911123456                 | +447911123456
			FR | 33612345678                  | +33612345678
			IT | 393331234567                 | +393331234567
			MX | 5215512345678                | +5215512345678
			BR | 5511987654321                | +5511987654321
			IN | 919876543210                 | +919876543210
			""")
	void countryCodeWithoutPlusIsReadWithARemark(String region, String written, String number) {
		assertThat(read(region, written)).singleElement().satisfies((reading) -> {
			assertThat(reading.address()).isEqualTo(new Address(ChannelType.SMS, number));
			assertThat(reading.remark()).contains("country code without its plus");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			DE | 436641234567                 | -
			DE | 447700900123                 | -
			US | 447911123456                 | -
			US | 14155550101                  | +14155550101
			US | 1 415 555 0101               | +14155550101
			DE | 15112345678                  | +4915112345678
			DE | 30901820                     | +4930901820
			IT | 3912345678                   | +393912345678
			BR | 55998765432                  | +5555998765432
			""")
	void numberThatMayBelongToAnotherCountryIsLeftOut(String region, String written, String numbers) {
		assertRead(region, written, numbers);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			DE | +49 30 901820/21             | -
			DE | +49 30 901820 (21)           | -
			US | 415 555 0101/02              | +14155550101
			US | 415 555 0101 (02)            | +14155550101
			DE | 030/901820                   | +4930901820
			DE | 030 / 901820                 | +4930901820
			DE | 06221/123456                 | +496221123456
			DE | 033203/12345                 | +493320312345
			DE | +49/30/901820                | +4930901820
			DE | 030/901820-21                | +493090182021
			AT | 01/2345678-0                 | +43123456780
			DE | 030 901820-01                | +493090182001
			DE | 030_901820                   | +4930901820
			DE | 030·901820                   | +4930901820
			DE | 030/901820/21                | -
			AT | 0664/1234567                 | +436641234567
			AT | +43/664/1234567              | +436641234567
			AT | 0043 (0)664/1234567          | +436641234567
			IT | 06/12345678                  | +390612345678
			FR | 06/12/34/56/78               | +33612345678
			DE | 030 901820 / 0151 12345678   | +4930901820 +4915112345678
			DE | 030 901820 0151 12345678     | +4930901820 +4915112345678
			DE | 030 901820 - 0151 12345678   | +4930901820 +4915112345678
			DE | 030 901820; 0151 12345678    | +4930901820 +4915112345678
			DE | 030 901820, 0151 12345678    | +4930901820 +4915112345678
			DE | 030 901820 oder 0151 12345678 | +4930901820 +4915112345678
			DE | Büro: 030 901820, mobil: 0151 12345678 | +4930901820 +4915112345678
			DE | +4930901820+4915112345678    | +4930901820 +4915112345678
			US | 415-555-0101; 415-555-0102   | +14155550101 +14155550102
			US | +1 415 555 0101, 415 555 0102 | +14155550101 +14155550102
			US | 415-555-0101 or 0102         | +14155550101
			BR | (11) 98765-4321 / (11) 98765-4322 | +5511987654321 +5511987654322
			DE | 030 901820, 901821           | +4930901820 -
			DE | 030 901820, +49 30           | +4930901820
			DE | +4915112345678, n/a          | +4915112345678
			AT | +4366,41234567               | -
			DE | +4930,901820                 | -
			GB | +447700900123; +447700900124 | +447700900123 +447700900124
			DE | 0664,7654321                 | -
			DE | 030 1234 030 1235            | -
			DE | 030 1234567890123            | -
			""")
	void severalNumbersAreNotJoined(String region, String written, String numbers) {
		assertRead(region, written, numbers);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			DE | 2024-05-12                   | -
			AT | 1999-12-31                   | -
			DE | 2024-05-12 10:00             | -
			DE | 2024-05-12 030 901820        | +4930901820
			DE | 2001-12-11 55                | -
			DE | 2024-05-12T10:00:00Z         | -
			DE | 2024-05-12, 030 901820       | - +4930901820
			DE | 030 901820, 2024-05-12       | +4930901820 -
			NO | 2024-05-12                   | -
			NO | 2024-13-12                   | +4720241312
			NO | 20 24 05 12                  | +4720240512
			""")
	void isoDateIsNotReadAsANumber(String region, String written, String numbers) {
		assertRead(region, written, numbers);
	}

	@Test
	void isoDateIsCalledADateInTheRemark() {
		assertThat(new AddressReader("DE").read(ChannelType.SMS, "2024-05-12").remark()).contains("date");
	}

	@Test
	void oneAddressIsNotReadFromSeveralNumbers() {
		AddressReading reading = new AddressReader("DE").read(ChannelType.SMS, "030 901820; 0151 12345678");
		assertThat(reading.address()).isNull();
		assertThat(reading.remark()).contains("several numbers");
	}

	@Test
	void severalWhatsAppNumbersMayEachHaveAPrefix() {
		assertThat(new AddressReader(null).readAll(ChannelType.WHATSAPP,
				"whatsapp:+4915112345678, whatsapp:+436641234567"))
			.extracting(AddressReading::address)
			.containsExactly(new Address(ChannelType.WHATSAPP, "whatsapp:+4915112345678"),
					new Address(ChannelType.WHATSAPP, "whatsapp:+436641234567"));
	}

	@Test
	void textOfAnyLengthIsReadQuickly() {
		for (String sign : List.of("(", "0", "1 ", "a", "+", "1/", "1a", "\u202A", "=", "1,", "1E", "@")) {
			assertThat(read("DE", sign.repeat(1_000_000))).as(sign).isNotEmpty();
			assertThat(read("DE", sign.repeat(250))).as(sign).isNotEmpty();
		}
	}

	private static List<AddressReading> read(String region, String written) {
		return new AddressReader(region).readAll(ChannelType.SMS, written);
	}

	private static void assertRead(String region, String written, String expected) {
		List<AddressReading> readings = read(region.equals("-") ? null : region, written);
		assertThat(readings).as(written)
			.extracting((reading) -> (reading.address() != null) ? reading.address().value() : "-")
			.containsExactly(expected.split(" "));
		assertThat(readings).filteredOn((reading) -> reading.address() == null)
			.allSatisfy((reading) -> assertThat(reading.remark()).isNotBlank());
	}

}
