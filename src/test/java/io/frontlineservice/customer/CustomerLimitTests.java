package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.rowIds;
import static io.frontlineservice.customer.TestCustomers.withCard;
import static io.frontlineservice.customer.TestServices.soon;
import static io.frontlineservice.worker.TestWorkers.identity;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.limit.AnswerLimit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Answers stay below the limit of Frontline, and no customer is lost. */
class CustomerLimitTests {

	private static final int FRONTLINE_READS = 64_000;

	private final JsonMapper json = new JsonMapper();

	private final CustomerLimit limit = new CustomerLimit(new AnswerLimit(this.json));

	@ParameterizedTest
	@ValueSource(strings = { "x", "é", "\"", "\u0001", "\uD83D\uDE00", "李" })
	void tokenOfTruncatedPageContinuesAfterItsLastRow(String letter) {
		List<CrmCustomer> customers = new ArrayList<>();
		List<String> ids = new ArrayList<>();
		String avatar = "https://example.com/" + "a".repeat(2_000);
		for (int i = 0; i < 100; i++) {
			ids.add("%03d".formatted(i) + "i".repeat(253));
			customers.add(withCard(new Customer(ids.get(i), letter.repeat(256), null, null, null, avatar), null,
					List.of(), ADA));
		}
		CustomerService service = TestServices.of(new FakeCrm(customers));
		List<String> walked = new ArrayList<>();
		String token = null;
		do {
			CustomerList page = service.list(new CustomersRequest(worker(ADA), identity(ADA), "", 100, token, null),
					soon());
			assertThat(this.json.writeValueAsBytes(page)).hasSizeLessThan(FRONTLINE_READS);
			assertThat(page.customers()).isNotEmpty().hasSizeLessThan(100);
			walked.addAll(rowIds(page));
			token = page.nextPageToken();
		}
		while (token != null);
		assertThat(walked).isEqualTo(ids);
	}

	@Test
	void rowsThatFitAreKept() {
		List<Customer> rows = Collections.nCopies(100,
				new Customer("1", "Nora Lind", null, null, null, "https://example.com/a.png"));
		assertThat(this.limit.fitting(rows)).isEqualTo(rows);
	}

	@Test
	void rowsThatFitInSpiteOfTheirEstimateAreKept() {
		List<Customer> rows = Collections.nCopies(100, new Customer("1", "n".repeat(256), null, null, null, null));
		assertThat(this.limit.fitting(rows)).isEqualTo(rows);
	}

	@Test
	void firstRowIsKeptEvenIfTooLong() {
		List<Customer> rows = List.of(new Customer("1", "n".repeat(70_000), null, null, null, null));
		assertThat(this.limit.fitting(rows)).isEqualTo(rows);
	}

	@Test
	void emptyListStaysEmpty() {
		assertThat(this.limit.fitting(List.<Customer>of())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "é", "\"", "\\", "\u0001", "\n", "\uD83D\uDE00", "a\uD83D\uDE00", "ab\uD83D\uDE00",
			"e\u0301", "</script>" })
	void detailsAreTruncatedBetweenCharactersAsLateAsPossible(String text) {
		String content = text.repeat(100_000);
		Customer cut = this.limit.fitting(withDetails(content));
		String kept = cut.details().content();
		assertThat(this.json.writeValueAsBytes(cut).length).isBetween(AnswerLimit.BYTES - 12, AnswerLimit.BYTES);
		assertThat(kept).endsWith("…");
		assertThat(content).startsWith(kept.substring(0, kept.length() - 1));
		assertThat(Character.isHighSurrogate(kept.charAt(kept.length() - 2))).isFalse();
		assertThat(cut.details().title()).isEqualTo("About");
	}

	@Test
	void detailsThatFitAreUnchanged() {
		Customer customer = withDetails("x".repeat(50_000));
		assertThat(this.limit.fitting(customer)).isSameAs(customer);
	}

	@Test
	void longestTextThatFitsIsUnchangedAndOneMoreCharacterIsTruncated() {
		int around = this.json.writeValueAsBytes(withDetails("")).length;
		Customer fits = withDetails("x".repeat(AnswerLimit.BYTES - around));
		assertThat(this.limit.fitting(fits)).isSameAs(fits);
		Customer tooLong = withDetails("x".repeat(AnswerLimit.BYTES - around + 1));
		assertThat(this.limit.fitting(tooLong).details().content()).hasSize(AnswerLimit.BYTES - around - 2)
			.endsWith("x…");
	}

	@Test
	void textIsTruncatedBeforeLinksAndLinksBeforeChannels() {
		List<Link> links = Collections.nCopies(40, new Link("Web", "https://example.com/" + "l".repeat(2_000), "Web"));
		List<Channel> channels = List.of(new Channel(ChannelType.SMS, "+14155550101"));
		Customer cut = this.limit
			.fitting(new Customer("1", "Nora Lind", channels, links, new Detail("About", "x".repeat(5_000)), null));
		assertThat(this.json.writeValueAsBytes(cut)).hasSizeLessThanOrEqualTo(AnswerLimit.BYTES);
		assertThat(cut.channels()).isEqualTo(channels);
		assertThat(cut.links()).hasSizeBetween(25, 39);
		assertThat(cut.details()).isEqualTo(new Detail("About", "…"));
	}

	@Test
	void channelsAreTruncatedLast() {
		List<Channel> channels = Collections.nCopies(3_000, new Channel(ChannelType.CHAT, "someone@example.com"));
		Customer cut = this.limit.fitting(new Customer("1", "Nora Lind", channels, null, null, null));
		assertThat(this.json.writeValueAsBytes(cut)).hasSizeLessThanOrEqualTo(AnswerLimit.BYTES);
		assertThat(cut.channels()).hasSizeGreaterThan(1_000);
	}

	@Test
	void serviceTruncatesDetails() {
		CrmCustomer customer = withCard(withDetails("x".repeat(100_000)), null, List.of(), ADA);
		Customer answered = TestServices.of(new FakeCrm(customer)).details(worker(ADA), id("1"), soon());
		assertThat(this.json.writeValueAsBytes(answered)).hasSizeLessThan(FRONTLINE_READS);
	}

	private static Customer withDetails(String content) {
		return new Customer("1", "Nora Lind", null, null, new Detail("About", content), null);
	}

}
