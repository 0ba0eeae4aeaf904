package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Messages and answers stay within the limits of Twilio and Frontline. */
class CategoryLimitTests {

	private static final int FRONTLINE_READS = 64_000;

	private final JsonMapper json = new JsonMapper();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final CategoryLimit limit = TestLimits.counting(this.meters);

	@ParameterizedTest
	@ValueSource(strings = { "x", "é", "李", "\n" })
	void messageLongerThan1600CharactersIsLeftOutAndCounted(String letter) {
		assertThat(this.limit.isSendable(message(letter.repeat(1_600)))).isTrue();
		assertThat(leftOut("too_long")).isZero();
		assertThat(this.limit.isSendable(message(letter.repeat(1_601)))).isFalse();
		assertThat(leftOut("too_long")).isEqualTo(1);
	}

	@Test
	void characterBeyond16BitsCountsTwice() {
		assertThat(this.limit.isSendable(message("\uD83D\uDE00".repeat(800)))).isTrue();
		assertThat(this.limit.isSendable(message("\uD83D\uDE00".repeat(800) + "x"))).isFalse();
	}

	@Test
	void categoriesThatFitAreUnchanged() {
		List<Category> categories = categories(7, 5, "x");
		assertThat(this.limit.fitting(categories)).isEqualTo(categories);
		assertThat(this.limit.fitting(List.of())).isEmpty();
		assertThat(leftOut("answer_full")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "é", "\"", "\u0001", "\uD83D\uDE00", "李" })
	void categoriesThatDoNotFitAreDroppedFromTheEndAndCounted(String letter) {
		List<Category> categories = categories(50, 3, letter);
		List<Category> fitting = this.limit.fitting(categories);
		assertThat(fitting).isEqualTo(categories.subList(0, fitting.size())).hasSizeBetween(2, 49);
		assertThat(bytes(fitting)).isLessThan(FRONTLINE_READS);
		assertThat(bytes(categories.subList(0, fitting.size() + 1))).isGreaterThan(FRONTLINE_READS - 5_000);
		assertThat(leftOut("answer_full")).isEqualTo(3 * (50 - fitting.size()));
	}

	@Test
	void smallCategoryAfterADroppedOneIsDroppedAsWell() {
		List<Category> categories = new ArrayList<>(categories(2, 30, "x"));
		categories.add(new Category("Closing", List.of(message("Bye"))));
		assertThat(this.limit.fitting(categories)).isEqualTo(categories.subList(0, 1));
		assertThat(leftOut("answer_full")).isEqualTo(31);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "é", "\"", "\u0001", "\uD83D\uDE00", "李" })
	void firstCategoryThatIsTooLargeIsShortened(String letter) {
		List<Category> categories = categories(2, 200, letter);
		List<Category> fitting = this.limit.fitting(categories);
		assertThat(fitting).singleElement().satisfies((only) -> {
			assertThat(only.displayName()).isEqualTo(categories.get(0).displayName());
			assertThat(only.templates()).isEqualTo(categories.get(0).templates().subList(0, only.templates().size()))
				.isNotEmpty();
			assertThat(leftOut("answer_full")).isEqualTo(400 - only.templates().size());
		});
		assertThat(bytes(fitting)).isBetween(FRONTLINE_READS - 15_000, FRONTLINE_READS - 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "é", "\"", "\\", "\u0001", "\u2028", "\uD83D\uDE00", "李", "" })
	void sizeAtMostIsAnUpperBound(String letter) {
		Template message = new Template(letter.repeat(1_600), false);
		assertThat(this.json.writeValueAsBytes(message)).hasSizeLessThanOrEqualTo(message.sizeAtMost());
		Category category = new Category(letter.repeat(255), Collections.nCopies(3, message));
		assertThat(this.json.writeValueAsBytes(category)).hasSizeLessThanOrEqualTo(category.sizeAtMost());
	}

	private double leftOut(String reason) {
		return this.meters.get("frontline.templates.left.out").tag("reason", reason).counter().count();
	}

	private int bytes(List<Category> categories) {
		return this.json.writeValueAsBytes(categories).length;
	}

	/** Categories with this many messages of about 1,500 characters each. */
	private static List<Category> categories(int count, int messages, String letter) {
		List<Category> categories = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			List<Template> templates = new ArrayList<>();
			for (int j = 0; j < messages; j++) {
				templates.add(message(i + "/" + j + letter.repeat(1_500 / letter.length())));
			}
			categories.add(new Category("Category " + i, templates));
		}
		return categories;
	}

	private static Template message(String content) {
		return new Template(content, null);
	}

}
