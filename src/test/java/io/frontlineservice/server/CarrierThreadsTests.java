package io.frontlineservice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class CarrierThreadsTests {

	private static final String NUMBER = "jdk.virtualThreadScheduler.parallelism";

	private final Properties system = new Properties();

	@ParameterizedTest
	@CsvSource({ "1, 8", "2, 8", "8, 8", "16, 16" })
	void thereAreEightOrOneForEachProcessor(int processors, String threads) {
		CarrierThreads.prepare(this.system, processors);
		assertThat(this.system).containsEntry(NUMBER, threads);
	}

	@Test
	void numberOfAnOperatorIsKept() {
		this.system.setProperty(NUMBER, "3");
		CarrierThreads.prepare(this.system, 2);
		assertThat(this.system).containsEntry(NUMBER, "3");
	}

}
