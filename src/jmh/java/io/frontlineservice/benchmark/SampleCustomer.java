package io.frontlineservice.benchmark;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A realistic customer that is derived from a number. The same number gives the same
 * customer in every run.
 *
 * @param id unique
 * @param name first and last name; of 1,000,000 customers, about 15 have the same name
 * @param worker the owner
 * @param phone a unique number in E.164
 * @param email a unique address
 * @param company two words
 * @param language a language tag
 */
public record SampleCustomer(String id, String name, String worker, String phone, String email, String company,
		String language) {

	/** The number of workers of a large company. All own the same number of customers. */
	public static final int WORKERS = 100;

	private static final List<String> LANGUAGES = List.of("en", "es", "de", "fr", "pt");

	/**
	 * The customer with this number. Its owner is one of the given number of workers.
	 */
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

	/** The identity of the worker with this number. */
	public static String worker(int number) {
		return "worker%03d@example.com".formatted(number);
	}

	/** 7,654,321 and ten million have no common divisor, so each number is unique. */
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
