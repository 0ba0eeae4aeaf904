package io.frontlineservice.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * The service starts while the database is down, but not with tables that cannot be used.
 */
@ExtendWith(OutputCaptureExtension.class)
class TablePreparationTests {

	private static final Observation FINE = Observation.holds("all queries can be run");

	private static final Observation SLOW = Observation.warning("the query list reads a whole table",
			"create an index");

	private static final Observation WRONG = Observation.problem("the query list has no column customer_id",
			"select it\nor set fields.customer-id");

	private Supplier<List<Observation>> attempt = TablePreparationTests::down;

	private final TablePreparation preparation = new TablePreparation(() -> this.attempt.get());

	private static List<Observation> down() {
		throw new CrmUnavailableException("The database of the customers cannot be reached", null);
	}

	@AfterEach
	void close() {
		this.preparation.close();
	}

	@Test
	void tablesAreReadyAfterTheStart(CapturedOutput output) {
		this.attempt = () -> List.of(FINE, SLOW);
		assertThat(this.preparation.isReady()).isFalse();
		this.preparation.start();
		assertThat(this.preparation.isReady()).isTrue();
		assertThat(this.preparation.observations()).containsExactly(FINE, SLOW);
		assertThat(output).containsOnlyOnce("the query list reads a whole table: create an index");
	}

	@Test
	void startIsRefusedIfTablesCannotBeUsed() {
		this.attempt = () -> List.of(FINE, WRONG, SLOW);
		assertThatExceptionOfType(TablesRefusedException.class).isThrownBy(this.preparation::start)
			.satisfies((refused) -> {
				FailureAnalysis analysis = new TablesRefusedAnalyzer().analyze(refused);
				assertThat(analysis.getDescription()).isEqualTo("""
						The database of the customers cannot be used as configured:

						  * the query list has no column customer_id
						    select it
						    or set fields.customer-id""");
				assertThat(analysis.getAction()).contains("frontline.crm.jdbc.*");
			});
		assertThat(this.preparation.isReady()).isFalse();
	}

	@Test
	void failureThatIsNotOfTheDatabaseEndsTheStart() {
		this.attempt = () -> {
			throw new IllegalStateException();
		};
		assertThatIllegalStateException().isThrownBy(this.preparation::start);
	}

	@Test
	void tablesAreReadyOnceTheDatabaseIsBack(CapturedOutput output) {
		this.preparation.start();
		this.preparation.retry();
		this.preparation.retry();
		assertThat(this.preparation.isReady()).isFalse();
		this.attempt = () -> List.of(FINE);
		this.preparation.retry();
		assertThat(this.preparation.isReady()).isTrue();
		assertThat(output).containsOnlyOnce("readiness is out of service").containsOnlyOnce("can be used");
	}

	@Test
	void problemFoundLaterIsLoggedOnceAndCanBeFixedInTheDatabase(CapturedOutput output) {
		this.preparation.start();
		this.attempt = () -> List.of(WRONG);
		this.preparation.retry();
		this.preparation.retry();
		assertThat(output).containsOnlyOnce("no column customer_id: select it; or set fields.customer-id");
		assertThat(this.preparation.isReady()).isFalse();
		assertThat(this.preparation.observations()).containsExactly(WRONG);
		this.attempt = () -> List.of(FINE);
		this.preparation.retry();
		assertThat(this.preparation.isReady()).isTrue();
		assertThat(this.preparation.observations()).containsExactly(FINE);
	}

	@Test
	void unexpectedFailureInTheBackgroundIsLoggedWithoutItsMessage(CapturedOutput output) {
		this.preparation.start();
		this.attempt = () -> {
			throw new IllegalStateException("secret");
		};
		this.preparation.retry();
		assertThat(this.preparation.isReady()).isFalse();
		assertThat(output).contains("java.lang.IllegalStateException").doesNotContain("secret");
	}

}
