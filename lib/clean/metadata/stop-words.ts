/** Frequent words of languages written in Latin letters: the share of them tells the language. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for it was on are as with his they at be this from have or by not but what all were when we there can an your which their if will how you has more about',
  de: 'der die das und in zu den von mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber',
  fr: 'le la les de des et en un une du que est pour qui dans par sur au pas plus ne se ce il sont avec ou son aux sa cette mais nous comme leur elle vous été être tout ont ces',
  es: 'el la los las de y en que un una del se por con para es no su al lo como más pero sus este ya entre cuando muy sin sobre también me hasta hay donde desde todo nos fue son',
  it: 'il lo la i gli le di e che in un una per è con non si da del della dei delle al alla sono come anche più nel ma se ha questo ai nella dal loro essere ci stato',
  pt: 'o a os as de e que em um uma do da dos das para com não por no na se mais como ao foi ele são mas seu sua ou quando muito há nos já está eu também pela pelo até isso',
  nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door naar heeft ze hij wordt kan deze wel was hebben over ik je worden',
  pl: 'i w na z do że się nie jest to o jak po za ale od przez dla co przy są czy tym już był który które tylko oraz może jego być także',
  sv: 'och att det i en som är på för av med den till har inte om ett men de var sig från vi så kan när nu ska eller också han efter ut upp',
  da: 'og at det i en som er på for af med den til har ikke om et men de var sig fra vi så kan når nu skal eller også han efter ud op blev være',
  nb: 'og at det i en som er på for av med den til har ikke om et men de var seg fra vi så kan når nå skal eller også han etter ut opp ble være',
  fi: 'ja on ei että se oli hän mutta ovat kun niin joka myös kuin voi ole sen tai mitä jos sitä vain olla mukaan ennen jälkeen kanssa',
  tr: 've bir bu da de için ile çok daha olarak gibi ne kadar ama en olan var sonra o ya olduğu mi her değil ise ancak',
  cs: 'a je v se na že to s z do i o jako za ale by si k po jsem od jsou pro které který nebo jeho tak při také bylo byl',
  ro: 'și în de la a cu pe care că nu un o din este să pentru mai se au fost sunt ce sau prin dar după',
  hu: 'a az és hogy nem is egy ez volt van meg csak de már mint el vagy még azt ki kell sem lesz ha minden',
  id: 'yang dan di dengan untuk dari ini itu pada tidak dalam adalah akan ke juga atau oleh sebagai mereka bisa telah',
  vi: 'và của là có không cho được một các trong đã với những người này khi để đến từ như cũng về ra',
};

const LANGUAGES = new Map<string, string[]>();
for (const [language, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) {
    const known = LANGUAGES.get(word);
    if (known) known.push(language);
    else LANGUAGES.set(word, [language]);
  }
}
const NONE: readonly string[] = [];

/** The languages in which a lower-case word is a stop word. */
export function languagesOf(word: string): readonly string[] {
  return LANGUAGES.get(word) ?? NONE;
}
