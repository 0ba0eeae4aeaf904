package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.CrmEndpoint.Answer;
import io.frontlineservice.crm.CrmEndpoint.Failure;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.FakeCrm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators read of the last calls of a CRM. */
class CrmEndpointTests {

	private final AtomicLong nanos = new AtomicLong();

	private final FakeCrm crm = new FakeCrm();

	private final CrmGuard guard = GuardedCrm.of(this.crm, new CrmBreaker(this.nanos::get), this.nanos::get,
			new SimpleMeterRegistry());

	private final CrmEndpoint endpoint = new CrmEndpoint(this.guard, GuardedCrm.SETTINGS);

	@AfterEach
	void close() {
		this.guard.close();
	}

	@Test
	void crmThatWasNotCalledHasNoHistory() {
		assertThat(this.endpoint.crm()).isEqualTo(new Answer("file", true, "closed", null, null));
	}

	@Test
	void lastAnswerIsShown() {
		this.guard.byId(id("1"), Walk.soon());
		this.nanos.addAndGet(Duration.ofSeconds(90).toNanos());
		assertThat(this.endpoint.crm()).isEqualTo(new Answer("file", true, "closed", 90L, null));
	}

	@Test
	void lastFailureIsShownAndStaysAfterAnAnswer() {
		fail(new NoPermission());
		assertThat(this.endpoint.crm().lastFailure())
			.isEqualTo(new Failure(0, "permission", "A permission is missing", List.of("contacts.read")));
		fail(new CrmBusyException());
		assertLastFailure("limited", "The rate limit of the CRM is used up");
		fail(new CrmUnavailableException("The database is down", null));
		assertLastFailure("failed", "The database is down");
		fail(new IllegalStateException("Nora Lind"));
		assertLastFailure("failed", "The adapter failed with java.lang.IllegalStateException");
		this.crm.onCall(() -> {
		});
		this.guard.byId(id("2"), Walk.soon());
		assertLastFailure("failed", "The adapter failed with java.lang.IllegalStateException");
	}

	@Test
	void callThatIsNotMadeIsNoFailure() {
		fail(CrmBusyException.notCalled());
		assertThat(this.endpoint.crm().lastFailure()).isNull();
	}

	@Test
	void openBreakerIsShownWithTheFailureThatOpenedIt() {
		for (int i = 0; i <= CrmBreaker.CALLS; i++) {
			fail(new NoPermission());
		}
		assertThat(this.endpoint.crm().breaker()).isEqualTo("open");
		assertThat(this.endpoint.crm().lastFailure().error()).isEqualTo("permission");
	}

	private void fail(RuntimeException failure) {
		this.crm.onCall(() -> {
			throw failure;
		});
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> this.guard.byId(id("1"), Walk.soon()));
	}

	private void assertLastFailure(String error, String message) {
		assertThat(this.endpoint.crm().lastFailure()).isEqualTo(new Failure(0, error, message, List.of()));
	}

	private static final class NoPermission extends CrmUnavailableException {

		private static final long serialVersionUID = 1L;

		private NoPermission() {
			super("A permission is missing", null);
		}

		@Override
		public String error() {
			return "permission";
		}

		@Override
		public List<String> missingPermissions() {
			return List.of("contacts.read");
		}

	}

}
