package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.ALL;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.rowIds;
import static io.frontlineservice.customer.TestServices.soon;
import static io.frontlineservice.worker.TestWorkers.identity;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list continues at a token or an anchor, or ends, and never restarts. */
class CustomerPagingTests {

	private final FakeCrm crm = new FakeCrm(customer("a", "Ann", ADA), customer("b", "Bob", BEN),
			customer("c", "Cleo", ADA), customer("d", "Dora", ADA), customer("e", "Eve", ALL));

	private final CustomerService service = TestServices.of(this.crm);

	@Test
	void firstPageHasTokenOfNextPage() {
		CustomerList first = list(ADA, "", 2, null, null);
		assertThat(rowIds(first)).containsExactly("a", "c");
		CustomerList second = list(ADA, "", 2, first.nextPageToken(), null);
		assertThat(rowIds(second)).containsExactly("d", "e");
		assertThat(second.nextPageToken()).isNull();
	}

	@Test
	void lastPageHasNoToken() {
		assertThat(list(ADA, "", 4, null, null).nextPageToken()).isNull();
		assertThat(list(ADA, "", 100, null, null).nextPageToken()).isNull();
	}

	@Test
	void pageStartsAfterAnchor() {
		assertThat(rowIds(list(ADA, "", 2, null, "c"))).containsExactly("d", "e");
		assertThat(rowIds(list(ADA, "", 1, null, "a"))).containsExactly("c");
	}

	@Test
	void anchorAtLastCustomerEndsList() {
		assertThat(list(ADA, "", 2, null, "e")).isEqualTo(CustomerList.END);
	}

	@Test
	void tokenTakesPrecedenceOverAnchor() {
		String token = list(ADA, "", 2, null, null).nextPageToken();
		assertThat(rowIds(list(ADA, "", 2, token, "a"))).containsExactly("d", "e");
		assertThat(list(ADA, "", 2, "forged", "a")).isEqualTo(CustomerList.END);
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown", "A", "0", "-1", " a", "\u0000", "' OR 1=1 --" })
	void unknownAnchorEndsListInsteadOfRestartingIt(String anchor) {
		assertThat(list(ADA, "", 2, null, anchor)).isEqualTo(CustomerList.END);
	}

	@Test
	void anchorAtCustomerOfAnotherWorkerEndsList() {
		assertThat(list(ADA, "", 2, null, "b")).isEqualTo(CustomerList.END);
		assertThat(list("stranger@example.com", "", 2, null, "a")).isEqualTo(CustomerList.END);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2", "30", "c", "forged", "====", "%00", "€", "AAAAAAAAAAAAAAAAAAAAAAAAYw" })
	void forgedTokenEndsList(String token) {
		assertThat(list(ADA, "", 2, token, null)).isEqualTo(CustomerList.END);
	}

	@Test
	void tokenWithChangedCursorEndsList() {
		byte[] token = Base64.getUrlDecoder().decode(list(ADA, "", 2, null, null).nextPageToken());
		token[token.length - 1] = "a".getBytes(StandardCharsets.UTF_8)[0];
		String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
		assertThat(list(ADA, "", 2, forged, null)).isEqualTo(CustomerList.END);
	}

	@Test
	void tokenOfAnotherWorkerEndsList() {
		String token = list(ADA, "", 2, null, null).nextPageToken();
		assertThat(list(BEN, "", 2, token, null)).isEqualTo(CustomerList.END);
	}

	@Test
	void tokenOfAnotherSearchEndsList() {
		String all = list(ADA, "", 1, null, null).nextPageToken();
		String search = list(ADA, "o", 1, null, null).nextPageToken();
		assertThat(list(ADA, "o", 1, all, null)).isEqualTo(CustomerList.END);
		assertThat(rowIds(list(ADA, "o", 1, search, null))).containsExactly("d");
		assertThat(list(ADA, "", 1, search, null)).isEqualTo(CustomerList.END);
		assertThat(list(ADA, "O", 1, search, null)).isEqualTo(CustomerList.END);
	}

	@Test
	void tokenIgnoresBlanksAroundSearchAndCaseOfIdentity() {
		String token = list(ADA, " e ", 1, null, null).nextPageToken();
		assertThat(rowIds(list("ADA@Example.com", "e", 1, token, null))).containsExactly("e");
	}

	@Test
	void anotherInstanceAcceptsToken() {
		String token = list(ADA, "", 2, null, null).nextPageToken();
		CustomerList page = TestServices.of(this.crm)
			.list(new CustomersRequest(worker(ADA), identity(ADA), "", 2, token, null), soon());
		assertThat(rowIds(page)).containsExactly("d", "e");
	}

	@Test
	void customersOutsideAudienceAreDroppedAndPagingContinues() {
		CustomerService careless = TestServices.of(new FakeCrm(customer("a", "Ann", ADA), customer("b", "Bob", BEN),
				customer("b2", "Bobby", BEN), customer("c", "Cleo", ADA))
			.ignoringAudiences());
		CustomerList first = careless.list(new CustomersRequest(worker(ADA), identity(ADA), "", 2, null, null), soon());
		assertThat(rowIds(first)).containsExactly("a");
		CustomerList second = careless
			.list(new CustomersRequest(worker(ADA), identity(ADA), "", 2, first.nextPageToken(), null), soon());
		assertThat(rowIds(second)).containsExactly("c");
	}

	@Test
	void pageWithoutVisibleRowsHasTokenOfNextPage() {
		CustomerService careless = TestServices
			.of(new FakeCrm(customer("b", "Bob", BEN), customer("c", "Cleo", ADA)).ignoringAudiences());
		CustomerList first = careless.list(new CustomersRequest(worker(ADA), identity(ADA), "", 1, null, null), soon());
		assertThat(first.customers()).isEmpty();
		assertThat(rowIds(careless
			.list(new CustomersRequest(worker(ADA), identity(ADA), "", 1, first.nextPageToken(), null), soon())))
			.containsExactly("c");
	}

	private CustomerList list(String worker, String search, int size, String token, String anchor) {
		return this.service.list(new CustomersRequest(worker(worker), identity(worker), search, size, token,
				(anchor != null) ? id(anchor) : null), soon());
	}

}
