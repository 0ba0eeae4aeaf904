package io.frontlineservice.benchmark;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A believable customer, made of nothing but a number: the same number gives the same
 * customer in every run.
 *
 * @param id unique
 * @param name first and last name; at 1,000,000 customers every one is there some 15
 * times
 * @param worker the owner
 * @param phone a unique number in E.164
 * @param email a unique address
 * @param company two words
 * @param language a language tag
 */
public record SampleCustomer(String id, String name, String worker, String phone, String email, String company,
		String language) {

	/** How many workers a company of some size has; each owns as many customers. */
	public static final int WORKERS = 100;

	private static final List<String> LANGUAGES = List.of("en", "es", "de", "fr", "pt");

	/** The customer of that number, whose owner is one of so many workers. */
	public static SampleCustomer of(int number, int workers) {
		SplittableRandom random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
		String first = any(Names.FIRST, random);
		String last = any(Names.LAST, random);
		String company = any(Names.COMPANY, random) + " " + any(Names.TRADE, random);
		String domain = (random.nextInt(3) == 0) ? "mail" : ascii(company.replace(" ", "-"));
		String email = ascii(first) + "." + ascii(last) + number + "@" + domain + ".example";
		return new SampleCustomer(String.valueOf(100_000 + number), first + " " + last, worker(number % workers),
				phone(number, random), email, company, any(LANGUAGES, random));
	}

	/** The identity of that worker. */
	public static String worker(int number) {
		return "worker%03d@example.com".formatted(number);
	}

	/** 7,654,321 has no divisor in common with ten million, so no number comes twice. */
	private static String phone(int number, SplittableRandom random) {
		String unique = "%07d".formatted((number * 7_654_321L + 1_234_567L) % 10_000_000L);
		return switch (random.nextInt(5)) {
			case 0 -> "+44770" + unique;
			case 1 -> "+491550" + unique;
			default -> "+1555" + unique;
		};
	}

	private static String any(List<String> texts, SplittableRandom random) {
		return texts.get(random.nextInt(texts.size()));
	}

	private static String ascii(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[^A-Za-z-]", "").toLowerCase(Locale.ROOT);
	}

}
