package io.frontlineservice.consent;

import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.diagnosis.CrossCheck;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * Compares the attributes in the settings of consent and quiet hours with those that
 * customers have: a misspelled one would silently mean that no customer has opted out, or
 * that none has agreed. Run at the start, and by {@link ConsentExamination}. Thread-safe.
 */
final class ConsentAttributes implements CrossCheck {

	private static final String PREFIX = "frontline.consent.";

	private final List<Use> uses;

	private final Supplier<Optional<CustomerSummary>> customers;

	/**
	 * Creates a check of the attributes that are in use.
	 * @param customers provides a summary of the customers; empty if the CRM has none
	 */
	ConsentAttributes(Environment environment, Supplier<Optional<CustomerSummary>> customers) {
		this.uses = Stream.of(Use.of(environment, "attribute", "required", "workers can write to no customer"),
				Use.of(environment, "opt-out-attribute", "", "no customer counts as opted out in the CRM"),
				Use.of(environment, "quiet-hours.state-attribute", "quiet-hours.enabled",
						"the state of the US is known by the area code only"))
			.flatMap(Optional::stream)
			.toList();
		this.customers = customers;
	}

	/** Whether any attribute is in use. */
	boolean hasUses() {
		return !this.uses.isEmpty();
	}

	@Override
	public List<Observation> observations() {
		return this.uses.isEmpty() ? List.of()
				: this.customers.get()
					.filter((summary) -> summary.customers() > 0)
					.map((summary) -> this.uses.stream().flatMap((use) -> use.problem(summary).stream()).toList())
					.orElse(List.of());
	}

	/** Returns how many customers have each attribute; empty if that is not known. */
	Optional<List<Observation>> counts() {
		return this.customers.get().map((summary) -> this.uses.stream().map((use) -> use.count(summary)).toList());
	}

	/**
	 * An attribute in a setting.
	 *
	 * @param setting the name of the setting
	 * @param attribute the attribute that it names
	 * @param consequence what follows if customers do not have it
	 */
	private record Use(String setting, String attribute, String consequence) {

		/** Empty if the setting is not set, or is not used because of another one. */
		static Optional<Use> of(Environment environment, String name, String neededFlag, String consequence) {
			boolean used = neededFlag.isEmpty() || SettingText.of(environment, PREFIX + neededFlag).equals("true");
			String attribute = SettingText.of(environment, PREFIX + name);
			return (used && !attribute.isBlank()) ? Optional.of(new Use(PREFIX + name, attribute.strip(), consequence))
					: Optional.empty();
		}

		Optional<Observation> problem(CustomerSummary summary) {
			return summary.attributes().containsKey(this.attribute) ? Optional.empty()
					: Optional.of(Observation.warning(this.setting + ": no customer has the attribute " + this.attribute
							+ Nearest.hint(this.attribute, summary.attributes().keySet()) + ". So " + this.consequence,
							"correct " + this.setting + ", or let the CRM give customers this attribute"));
		}

		Observation count(CustomerSummary summary) {
			return Observation.holds(this.setting + ": customers with the attribute " + this.attribute + ": "
					+ summary.attributes().getOrDefault(this.attribute, 0) + " of " + summary.customers());
		}

	}

}
