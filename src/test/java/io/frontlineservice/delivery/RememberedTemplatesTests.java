package io.frontlineservice.delivery;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.template.ContentSid;
import io.frontlineservice.template.OfferedTemplate;
import io.frontlineservice.template.OfferedTemplate.Variable;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored of offered templates, and how often. */
class RememberedTemplatesTests extends DeliveryFixture {

	@BeforeEach
	void open() {
		room();
	}

	@Test
	void templateIsWrittenOnceInAnHour() {
		offer();
		store().sql("update offered_template set offered_at = 0").update();
		offer();
		assertThat(store().sql("select offered_at from offered_template").query(Long.class).list()).containsExactly(0L);
	}

	@Test
	void manyTemplatesAreStoredWithoutACustomer() {
		List<OfferedTemplate> templates = IntStream.range(0, 120)
			.mapToObj((i) -> new OfferedTemplate("Text " + i, new ContentSid(CONTENT), List.of()))
			.toList();
		bean(RememberedTemplates.class).remember(identity(ADA), null, templates, Deadline.in(Duration.ofSeconds(4)));
		assertThat(
				store().sql("select count(*) from offered_template where customer = ''").query(Integer.class).single())
			.isEqualTo(120);
	}

	@Test
	void passedDeadlineStoresNothingAndDoesNotFail() {
		bean(RememberedTemplates.class).remember(identity(ADA), null,
				List.of(new OfferedTemplate("Text", new ContentSid(CONTENT), List.of())), Deadline.in(Duration.ZERO));
		assertThat(store().sql("select count(*) from offered_template").query(Integer.class).single()).isBetween(0, 1);
	}

	@Test
	void valuesAreCutFromTheTextByTheirPlaces() {
		OfferedTemplate template = new OfferedTemplate("Hi 👋 Ann, \"yes\" or \\no", new ContentSid(CONTENT),
				List.of(new Variable("1", 6, 9), new Variable("last=one", 11, 16), new Variable("3", 17, 17)));
		OfferedContent content = OfferedContent.of(template);
		assertThat(content.variables()).isEqualTo("1=6-9,last=one=11-16,3=17-17");
		assertThat(content.values(template.text()))
			.isEqualTo("{\"1\":\"Ann\",\"last=one\":\"\\\"yes\\\"\",\"3\":\"\"}");
		assertThat(new OfferedContent(CONTENT, "1=3-6,2=5-6").values("Hi Jo")).isEqualTo("{\"1\":\"Jo\",\"2\":\"\"}");
		assertThat(new OfferedContent(CONTENT, "").values("Text")).isEqualTo("{}");
	}

}
