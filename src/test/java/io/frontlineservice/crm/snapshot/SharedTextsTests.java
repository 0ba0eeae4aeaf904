package io.frontlineservice.crm.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.customer.Link;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Customers that share texts are the same customers. */
class SharedTextsTests {

	private final SharedTexts texts = new SharedTexts();

	@Test
	void customersShareEqualTexts() {
		CrmCustomer one = this.texts.sharing(customer("Cobalt Motors", "In the CRM"));
		CrmCustomer other = this.texts.sharing(customer("Cobalt Motors", "In the CRM"));
		assertThat(other.company()).isSameAs(one.company());
		assertThat(link(other).displayName()).isSameAs(link(one).displayName());
		assertThat(other).isEqualTo(one).isEqualTo(customer("Cobalt Motors", "In the CRM"));
	}

	@Test
	void absentTextsStayAbsent() {
		Customer card = new Customer("1", "Nora Lind", null, null, null, null);
		CrmCustomer sparse = new CrmCustomer(card, Set.of(), List.of(), null, null, null, Map.of());
		assertThat(this.texts.sharing(sparse)).isEqualTo(sparse);
	}

	@Test
	void moreTextsThanAreKeptStayAsTheyAre() {
		for (int i = 0; i < 30_000; i++) {
			String company = "Company " + i;
			assertThat(this.texts.sharing(customer(company, "In the CRM")).company()).isEqualTo(company);
		}
		CrmCustomer late = this.texts.sharing(customer("Cobalt Motors", "In the CRM"));
		assertThat(this.texts.sharing(customer("Cobalt Motors", "In the CRM")).company()).isNotSameAs(late.company());
	}

	@Test
	void ownContentsDoNotDisplaceOtherTexts() {
		for (int i = 0; i < 30_000; i++) {
			this.texts.sharing(customer("Cobalt Motors", "In the CRM", "Status: " + i));
		}
		CrmCustomer one = this.texts.sharing(customer("Nimbus Partners", "In the CRM"));
		assertThat(this.texts.sharing(customer("Nimbus Partners", "In the CRM")).company()).isSameAs(one.company());
	}

	private static Link link(CrmCustomer customer) {
		List<Link> links = customer.card().links();
		assertThat(links).isNotNull();
		return links.get(0);
	}

	private static CrmCustomer customer(@Nullable String company, String link) {
		return customer(company, link, "Status: Active");
	}

	private static CrmCustomer customer(@Nullable String company, String link, String content) {
		// New objects, as a parser makes them.
		Customer card = new Customer("1", "Nora Lind", null,
				List.of(new Link(copy("CRM"), "https://crm.example.com/1", copy(link))),
				new Detail(copy("Information"), copy(content)), null);
		return new CrmCustomer(card, Set.of(), List.of("nora@example.com"), (company != null) ? copy(company) : null,
				copy("de"), null, Map.of("score", 1));
	}

	private static String copy(String text) {
		return String.valueOf(text.toCharArray());
	}

}
