package io.frontlineservice.worker;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Senders for the benchmarks. */
public final class SampleSenders {

	private SampleSenders() {
	}

	/** One sender for each of the given number of countries, and a default sender. */
	public static Senders ofCountries(int countries) {
		Map<String, SenderNumbers> numbers = IntStream.range(0, countries)
			.boxed()
			.collect(Collectors.toMap((i) -> String.valueOf(200 + i),
					(i) -> new SenderNumbers("+1500555" + (1000 + i), null)));
		return Senders.of(new SenderSettings("+15005550006", null, ChatSender.SMS, numbers));
	}

}
