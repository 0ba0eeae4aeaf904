package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.ADAS_SMS;
import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.RunningServiceWithTwilio.WHATSAPP;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Customers of countries where WhatsApp has its own form of mobile numbers. */
@RunningServiceWithTwilio
class WhatsAppNumberScenarioTests {

	@SuppressWarnings("UnusedVariable")
	@TestBean(name = "fileCrmAdapter")
	private CrmAdapter crm;

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	@LocalServerPort
	private int port;

	static CrmAdapter crm() {
		return new FakeCrm(at(customer("1", "Marisol Vega", "ben@example.com"), sms("+525512345678")),
				at(customer("2", "Bruna Prado", "ben@example.com"), whatsApp("+5511987654321")),
				at(customer("3", "Ariel Sosa", "ben@example.com"), sms("+541123456789")));
	}

	@ParameterizedTest
	@CsvSource({ "+5215512345678,1,Marisol Vega", "+551187654321,2,Bruna Prado", "+5491123456789,3,Ariel Sosa" })
	void customerIsFoundByWhatsAppNumberAndKeepsNumberOfCrm(String number, String id, String name) throws Exception {
		String sid = inbound("whatsapp:" + number, WHATSAPP);
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo(name);
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
		assertThat(this.twilio.conversation(sid).participants().get(0).attributes())
			.contains("\"customer_id\":\"" + id + "\"");
		String channels = new CrmCallback(this.port).details("ben@example.com", id).body();
		assertThat(channels).contains("\"channels\"").doesNotContain(number);
	}

	@ParameterizedTest
	@CsvSource({ "+525587654321,+5215587654321", "+5521976543210,+552176543210", "+543511234567,+5493511234567" })
	void unknownCustomerIsRecognizedOnWhatsApp(String bySms, String byWhatsApp) throws Exception {
		this.twilio.close(inbound(bySms, ADAS_SMS));
		this.settled.await();
		String sid = inbound("whatsapp:" + byWhatsApp, WHATSAPP);
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo(byWhatsApp);
	}

	@Test
	void landlineNumberIsNotReadAsMobileNumber() throws Exception {
		String sid = inbound("+551137654321", SMS);
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("+551137654321");
	}

	private String inbound(String from, String to) {
		String sid = this.twilio.inbound(from, to, "Hello?");
		this.settled.await();
		return sid;
	}

}
