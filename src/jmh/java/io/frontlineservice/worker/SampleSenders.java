package io.frontlineservice.worker;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers to write from, for the benchmarks. */
public final class SampleSenders {

	private SampleSenders() {
	}

	/** Of so many countries, and one for everywhere. */
	public static Senders ofCountries(int countries) {
		Map<String, SenderNumbers> numbers = IntStream.range(0, countries)
			.boxed()
			.collect(Collectors.toMap((i) -> String.valueOf(200 + i),
					(i) -> new SenderNumbers("+1500555" + (1000 + i), null)));
		return Senders.of(new SenderSettings("+15005550006", null, ChatSender.SMS, numbers));
	}

}
