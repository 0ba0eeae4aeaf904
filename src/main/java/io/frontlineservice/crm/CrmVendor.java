package io.frontlineservice.crm;

import io.frontlineservice.diagnosis.Check;

/**
 * Names a CRM that can stand behind the service, and checks its configuration. Each
 * adapter's room has one, named in {@code META-INF/spring.factories}; asked by
 * {@link CrmCheck}, for its findings only if it is the one chosen.
 */
public interface CrmVendor extends Check {

	/** The name that {@code frontline.crm.adapter} has. */
	String name();

}
