package io.frontlineservice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.sandbox.crm.CrmServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.context.support.GenericWebApplicationContext;

/** Tests when the sandbox starts a pretend CRM, and what is in it. */
class SandboxCrmTests {

	private final MockEnvironment environment = new MockEnvironment();

	private final DefaultBootstrapContext bootstrap = new DefaultBootstrapContext();

	private final GenericWebApplicationContext context = new GenericWebApplicationContext();

	@BeforeEach
	void sandbox() {
		this.environment.setActiveProfiles("sandbox");
		this.environment.setProperty("frontline.default-region", "US");
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "airtable", "dataverse", "hubspot", "pipedrive", "salesforce" })
	void pretendCrmHasTheCustomersOfTheSandbox(String adapter) {
		assertThat(starts(adapter)).isTrue();
		CrmVendor vendor = vendor(adapter);
		assertThat(vendor.findings(this.environment)).isEmpty();
		assertThat(vendor.examine(this.environment))
			.noneMatch((it) -> it.outcome() == Outcome.PROBLEM || it.outcome() == Outcome.WARNING)
			.anyMatch((it) -> it.seen().contains("of the first 40 c"));
	}

	@ParameterizedTest
	@CsvSource({ "airtable,access-token,pat1.2", "dataverse,url,https://acme.crm.dynamics.com",
			"dataverse,client-id,5f0d1e2c", "hubspot,access-token,pat-eu1-1", "hubspot,url,https://hubspot.example.com",
			"pipedrive,api-token,0a1b", "pipedrive,url,https://acme.pipedrive.com",
			"salesforce,url,https://acme.my.salesforce.com", "salesforce,client-id,3MVG9" })
	void realAccountIsUsedIfItIsSet(String adapter, String setting, String value) {
		this.environment.setProperty("frontline.crm." + adapter + "." + setting, value);
		assertThat(starts(adapter)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "file", "jdbc" })
	void otherAdaptersHaveNoPretendCrm(String adapter) {
		assertThat(starts(adapter)).isFalse();
	}

	@Test
	void productionHasNoPretendCrm() {
		this.environment.setActiveProfiles("production");
		assertThat(starts("hubspot")).isFalse();
	}

	private boolean starts(String adapter) {
		this.environment.setProperty("frontline.crm.adapter", adapter);
		new SandboxCrm(this.bootstrap).postProcessEnvironment(this.environment, new SpringApplication());
		this.context.setEnvironment(this.environment);
		this.bootstrap.close(this.context);
		this.context.refresh();
		return this.context.getBeanProvider(CrmServer.class).getIfAvailable() != null;
	}

	private static CrmVendor vendor(String name) {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(CrmVendor.class)
			.stream()
			.filter((it) -> it.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

}
