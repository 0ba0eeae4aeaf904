package io.frontlineservice.template;

import io.frontlineservice.limit.AnswerLimit;
import java.util.List;

/**
 * Limits messages to the length that Twilio sends, and answers to the size that Frontline
 * reads. Called by {@link TemplateService}. Thread-safe.
 */
final class CategoryLimit {

	private final AnswerLimit limit;

	private final LeftOutTemplates leftOut;

	CategoryLimit(AnswerLimit limit, LeftOutTemplates leftOut) {
		this.limit = limit;
		this.leftOut = leftOut;
	}

	/** Whether the message can be sent; counts it if not. */
	boolean isSendable(Template template) {
		if (Template.isTooLong(template.content())) {
			this.leftOut.tooLong();
			return false;
		}
		return true;
	}

	/**
	 * The first categories that fit into an answer; if the first one alone does not fit,
	 * its first templates.
	 */
	List<Category> fitting(List<Category> categories) {
		List<Category> fitting = this.limit.fitting(categories, Category::sizeAtMost);
		if (fitting.size() == 1) {
			Category only = fitting.get(0);
			fitting = List
				.of(new Category(only.displayName(), this.limit.fitting(only.templates(), Template::sizeAtMost)));
		}
		int dropped = templates(categories) - templates(fitting);
		if (dropped > 0) {
			this.leftOut.answerFull(dropped);
		}
		return fitting;
	}

	private static int templates(List<Category> categories) {
		return categories.stream().mapToInt((category) -> category.templates().size()).sum();
	}

}
