package io.frontlineservice.consent.words;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The words that workers' messages must not contain.
 *
 * @param blockedWords words and phrases by language, such as {@code en}; all lists apply
 * to all messages
 */
@ConfigurationProperties("frontline.consent")
record BlockedWordsSettings(@DefaultValue Map<String, List<String>> blockedWords) {

	/** Does not contain the words. */
	@Override
	public String toString() {
		return "BlockedWordsSettings" + this.blockedWords.keySet();
	}

}
