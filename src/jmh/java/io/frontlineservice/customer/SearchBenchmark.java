package io.frontlineservice.customer;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the first page of common searches and of searches that are hard to serve. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx8g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SearchBenchmark {

	@Param({ "1000", "100000", "1000000" })
	int customers;

	@Param({ "owner", "everyone" })
	String visibility;

	@Param
	Query query;

	private SampleService service;

	@Setup
	public void setUp() {
		this.service = new SampleService(this.customers, this.visibility);
	}

	@Benchmark
	public CustomerList search() {
		return this.service.list(this.service.nextWorker(), this.query.text, null, null);
	}

	/** The text to search for. */
	public enum Query {

		/** A last name that one in 300 customers has. */
		SELECTIVE_WORD("okonkwo"),

		/** A first and a last name that one in 70,000 customers has. */
		TWO_WORDS("Łukasz wójcik"),

		/** Begins like many names, but is in no name. */
		NEAR_MISS("marxx"),

		/** Digits in the phone number of one in 100,000 customers. */
		PHONE_DIGITS("555 12345"),

		/** The end of a phone number in its usual notation. */
		PHONE_NOTATION("(555) 123-4567"),

		/** A part of e-mail addresses. */
		EMAIL_PART("dez12@cedar"),

		/** A letter in nearly all names. */
		FREQUENT_LETTER("a"),

		/** A letter in few names. */
		RARE_LETTER("q"),

		/** A letter in no name. */
		ABSENT_LETTER("ω");

		private final String text;

		Query(String text) {
			this.text = text;
		}

	}

}
