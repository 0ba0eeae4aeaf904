package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningService;
import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Responses while the CRM hangs or fails. */
@RunningService
@TestPropertySource(properties = "frontline.callback.budget=200ms")
class CrmOutageScenarioTests {

	@SuppressWarnings("UnusedVariable")
	@TestBean(name = "fileCrmAdapter")
	private CrmAdapter crm;

	private final int port;

	private final CrmCallback callback;

	CrmOutageScenarioTests(@LocalServerPort int port) {
		this.port = port;
		this.callback = new CrmCallback(port);
	}

	static CrmAdapter crm() {
		return new HangingOrFailingCrm();
	}

	@Test
	void listIs503WhileCrmHangs() throws Exception {
		assertOutage(this.callback.list("ada@example.com"));
	}

	@Test
	void detailsAre503WhileCrmFails() throws Exception {
		assertOutage(this.callback.details("ada@example.com", "1001"));
	}

	@Test
	void templatesAndProxyAddressAre503WhileCrmFails() throws Exception {
		assertOutage(Callback.templates(this.port)
			.post("Location", "GetTemplatesByCustomerId", "Worker", "ada@example.com", "CustomerId", "1001"));
		assertOutage(Callback.outgoingConversation(this.port)
			.post("Location", "GetProxyAddress", "Worker", "ada@example.com", "CustomerId", "1001", "ChannelType",
					"sms", "ChannelValue", "+14155550101"));
	}

	private static void assertOutage(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).contains("cannot be looked up right now").doesNotContain("customers\":[", "secret");
	}

	/**
	 * Hangs when it lists customers, and fails otherwise. Clients must not receive the
	 * message of the exception.
	 */
	private static final class HangingOrFailingCrm implements CrmAdapter {

		@Override
		public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return CrmPage.EMPTY;
		}

		@Override
		public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
			throw new IllegalStateException("a secret of the CRM");
		}

		@Override
		public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
			throw new IllegalStateException("a secret of the CRM");
		}

		@Override
		public Set<CrmCapability> capabilities() {
			return Set.of();
		}

	}

}
