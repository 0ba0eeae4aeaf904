package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.rowIds;
import static io.frontlineservice.customer.TestCustomers.withCard;
import static io.frontlineservice.customer.TestServices.soon;
import static io.frontlineservice.worker.TestWorkers.identity;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paging through a CRM that cannot continue after an arbitrary customer. */
class OpaquePagingTests {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 100 })
	void pagesOfAnySizeMakeUpTheWholeList(int pageSize) {
		List<CrmCustomer> customers = small(20);
		assertThat(walk(new NumberedCrm(customers, 100), pageSize)).isEqualTo(ids(customers));
		assertThat(walk(new NumberedCrm(customers, 2), pageSize)).isEqualTo(ids(customers));
	}

	@ParameterizedTest
	@CsvSource({ "100, 100", "100, 200", "100, 30", "30, 100", "50, 50", "99, 7" })
	void pagesTooLargeForAnAnswerLoseAndRepeatNoCustomer(int pageSize, int largestPage) {
		List<CrmCustomer> customers = large(230);
		assertThat(walk(new NumberedCrm(customers, largestPage), pageSize)).isEqualTo(ids(customers));
	}

	@Test
	void pageSizeMayChangeWithinAPageThatWasTooLarge() {
		List<CrmCustomer> customers = large(120);
		CustomerService service = TestServices.of(new NumberedCrm(customers, 200));
		List<String> walked = new ArrayList<>();
		int[] pageSizes = { 100, 3, 1, 100, 40, 2 };
		String token = null;
		for (int page = 0; page == 0 || token != null; page++) {
			CustomerList list = list(service, pageSizes[page % pageSizes.length], token, null);
			walked.addAll(rowIds(list));
			token = list.nextPageToken();
		}
		assertThat(walked).isEqualTo(ids(customers));
	}

	@Test
	void customersOfOthersCountAmongThoseToSkip() {
		List<CrmCustomer> customers = new ArrayList<>();
		large(100).forEach((customer) -> {
			customers.add(customer("of-ben-" + customer.id(), "Ben's", BEN));
			customers.add(customer);
		});
		assertThat(walk(new NumberedCrm(customers, 500), 100)).isEqualTo(ids(large(100)));
	}

	@Test
	void restOfAPageThatIsGoneMeanwhileLeadsToTheNextPage() {
		List<CrmCustomer> customers = new ArrayList<>(large(60));
		CustomerService service = TestServices.of(new NumberedCrm(customers, 500));
		String token = list(service, 60, null, null).nextPageToken();
		customers.subList(3, 60).clear();
		assertThat(list(service, 60, token, null)).isEqualTo(CustomerList.END);
	}

	@Test
	void anchorIsTheEndOfTheList() {
		CustomerService service = TestServices.of(new NumberedCrm(small(5), 100));
		assertThat(list(service, 2, null, "1")).isEqualTo(CustomerList.END);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none",
			value = { "none|1", "none|99", "20|0", "20|7", "a:b|3", "''|2", "''|0", "Ann 7|0" })
	void positionIsReadAsItWasWritten(String cursor, int skipped) {
		ListPosition position = new ListPosition(cursor, skipped);
		assertThat(ListPosition.of(position.toText())).isEqualTo(position);
	}

	@Test
	void cursorThatBeginsLikeAPositionIsStillTheCursor() {
		ListPosition position = new ListPosition("\u00007:x", 0);
		assertThat(ListPosition.of(position.toText())).isEqualTo(position);
	}

	private static List<String> walk(CrmAdapter crm, int pageSize) {
		CustomerService service = TestServices.of(crm);
		List<String> walked = new ArrayList<>();
		String token = null;
		do {
			CustomerList list = list(service, pageSize, token, null);
			assertThat(list.customers()).hasSizeLessThanOrEqualTo(pageSize);
			walked.addAll(rowIds(list));
			token = list.nextPageToken();
		}
		while (token != null);
		return walked;
	}

	private static CustomerList list(CustomerService service, int pageSize, String token, String anchor) {
		return service.list(new CustomersRequest(worker(ADA), identity(ADA), "", pageSize, token,
				(anchor != null) ? id(anchor) : null), soon());
	}

	private static List<CrmCustomer> small(int count) {
		List<CrmCustomer> customers = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			customers.add(customer(String.valueOf(i), "Customer " + i, ADA));
		}
		return customers;
	}

	/** Returns large customers: about twenty of them fit into an answer. */
	private static List<CrmCustomer> large(int count) {
		String avatar = "https://example.com/" + "a".repeat(2_000);
		List<CrmCustomer> customers = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			customers
				.add(withCard(new Customer("id" + i, "Customer " + i, null, null, null, avatar), null, List.of(), ADA));
		}
		return customers;
	}

}
