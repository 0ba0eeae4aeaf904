package io.frontlineservice.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What happens to messages that Twilio does not deliver.
 *
 * @param templateBridge whether WhatsApp templates that a worker sends as plain text are
 * sent as approved content: after they have failed, before they are sent, or not at all
 */
@ConfigurationProperties("frontline.delivery")
record DeliverySettings(@DefaultValue("repair") TemplateBridge templateBridge) {

	/** When a template is sent as approved content. */
	enum TemplateBridge {

		/** After the plain text has failed because the 24-hour window was closed. */
		REPAIR,

		/**
		 * Instead of the plain text, which is rejected; if it is sent nevertheless and
		 * fails, afterwards.
		 */
		BEFORE,

		/** Never. */
		OFF

	}

	boolean repairs() {
		return this.templateBridge != TemplateBridge.OFF;
	}

	boolean replaces() {
		return this.templateBridge == TemplateBridge.BEFORE;
	}

}
