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

/** Times the first page of what workers may search for, from the common to the nasty. */
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

	/** What is searched for. */
	public enum Query {

		/** A last name, that one in 300 has. */
		SELECTIVE_WORD("okonkwo"),

		/** A first and a last name, that one in 70,000 has. */
		TWO_WORDS("Łukasz wójcik"),

		/** Begins as many names do, goes on as none does. */
		NEAR_MISS("marxx"),

		/** A number that one in a hundred thousand has. */
		PHONE_DIGITS("555 12345"),

		/** The end of a number, in its usual notation. */
		PHONE_NOTATION("(555) 123-4567"),

		/** A stretch of e-mail addresses. */
		EMAIL_PART("dez12@cedar"),

		/** One letter, that nearly everybody has. */
		FREQUENT_LETTER("a"),

		/** One letter, that few have. */
		RARE_LETTER("q"),

		/** One letter that nobody has. */
		ABSENT_LETTER("ω");

		private final String text;

		Query(String text) {
			this.text = text;
		}

	}

}
