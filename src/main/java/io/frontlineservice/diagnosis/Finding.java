package io.frontlineservice.diagnosis;

/**
 * Something wrong with the configuration. Made by a {@link Check}; shown to operators.
 *
 * @param key the setting it is about
 * @param problem what is wrong and how to mend it, in words that follow the key and never
 * quote its value
 */
public record Finding(String key, String problem) {

}
