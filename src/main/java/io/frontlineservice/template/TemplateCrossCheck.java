package io.frontlineservice.template;

import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.diagnosis.CrossCheck;
import io.frontlineservice.diagnosis.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Compares the placeholders of the templates with the values that customers have. Run at
 * the start, and by {@link TemplateExamination} and {@link PreviewEndpoint}. Thread-safe.
 */
final class TemplateCrossCheck implements CrossCheck {

	private static final int MOST = 20;

	private final Supplier<Catalogue> catalogue;

	private final Supplier<Optional<CustomerSummary>> customers;

	/**
	 * Creates a check.
	 * @param customers provides a summary of the customers; empty if the CRM has none
	 */
	TemplateCrossCheck(Supplier<Catalogue> catalogue, Supplier<Optional<CustomerSummary>> customers) {
		this.catalogue = catalogue;
		this.customers = customers;
	}

	/** The placeholders without a value, with their positions. */
	List<String> missingValues() {
		Catalogue current = this.catalogue.get();
		return current.uses().isEmpty() ? List.of()
				: this.customers.get().map((it) -> MissingValues.of(current, it)).orElse(List.of());
	}

	@Override
	public String setting() {
		return TemplateCheck.LOCATION;
	}

	@Override
	public List<Observation> observations() {
		List<String> missing = missingValues();
		List<Observation> observations = new ArrayList<>();
		missing.stream()
			.limit(MOST)
			.map((it) -> Observation.warning("in the templates file, " + it,
					"correct the placeholder, or give customers this value"))
			.forEach(observations::add);
		if (missing.size() > MOST) {
			observations.add(Observation.warning("more placeholders without a value: " + (missing.size() - MOST),
					"see all of them at /actuator/preview on the management port"));
		}
		return observations;
	}

}
